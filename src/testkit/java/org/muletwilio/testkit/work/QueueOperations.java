package org.muletwilio.testkit.work;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.core.api.util.queue.QueueManager;

import java.io.Serializable;
import javax.inject.Inject;

/**
 * Puts messages into persistent queues of Mule's, as the VM connector does, which is not on Maven Central. Their content is
 * written to files by Java's serialization.
 */
public class QueueOperations {

  @Inject
  private QueueManager queues;

  /** @param queue the name of a queue, which outlives the application */
  public void publish(String queue, TypedValue<Object> content, TypedValue<Object> attributes) throws InterruptedException {
    PersistentQueues.get(queues, queue).put((Serializable) Message.builder().payload(content).attributes(attributes).build());
  }
}
