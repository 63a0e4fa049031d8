package org.muletwilio.testkit.work;

import org.mule.runtime.core.api.util.queue.DefaultQueueConfiguration;
import org.mule.runtime.core.api.util.queue.Queue;
import org.mule.runtime.core.api.util.queue.QueueManager;

/** The persistent queues of an application. */
public final class PersistentQueues {

  private PersistentQueues() {}

  /** @return the queue of that name, whose content outlives the application */
  public static Queue get(QueueManager queues, String name) {
    queues.setQueueConfiguration(name, new DefaultQueueConfiguration(0, true));
    return queues.getQueueSession().getQueue(name);
  }
}
