package org.muletwilio.functional.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.core.api.util.queue.Queue;
import org.mule.runtime.core.api.util.queue.QueueManager;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.work.PersistentQueues;
import org.muletwilio.testkit.work.Work;
import org.muletwilio.testkit.work.WorkExtension;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A callback flow that hands its message over to a persistent queue, as of the VM connector or a batch job, from which another
 * application takes it. A message and its attributes are written by Java's serialization.
 */
class PersistentQueueTest {

  private static final Work NOTHING = callback -> { };

  @Test
  void aCallbacksPayloadAndAttributesPassAQueueThatOutlivesTheApplication(@TempDir Path folder) throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator()) {
      CallbackAttempt delivered;
      try (EmbeddedMule mule = start(simulator, port, folder)) {
        mule.run("send", "Hello");
        delivered = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered") && each.successful());
      }
      try (EmbeddedMule mule = start(simulator, port, folder)) {
        assertIsCallback(delivered, taken(mule, delivered.resourceSid(), "delivered"));
      }
    }
  }

  private static void assertIsCallback(CallbackAttempt callback, Message message) {
    Map<?, ?> fields = (Map<?, ?>) message.getPayload().getValue();
    callback.callback().fields().fields().forEach(each -> assertEquals(each.value(), fields.get(each.name())));
    assertEquals("java", message.getPayload().getDataType().getMediaType().getSubType());
    CallbackAttributes attributes = (CallbackAttributes) message.getAttributes().getValue();
    assertEquals(CallbackKind.MESSAGE_STATUS, attributes.getKind());
    assertEquals("status", attributes.getFlow());
    assertEquals(callback.resourceSid(), attributes.getResourceSid());
    assertEquals("delivered", attributes.getStatus());
    assertEquals(Map.of("order", "4711"), attributes.getContext());
    assertEquals(callback.idempotencyToken(), attributes.getIdempotencyToken());
    assertNotNull(attributes.getReceivedAt());
    assertNotNull(attributes.getCorrelationId());
  }

  private static Message taken(EmbeddedMule mule, String sid, String status) throws Exception {
    Queue queue = PersistentQueues.get(mule.lookup(QueueManager.class), "callbacks");
    for (long end = System.nanoTime() + SOON.toNanos(); System.nanoTime() < end;) {
      Message message = (Message) queue.poll(100);
      if (message != null) {
        TypedValue<CallbackAttributes> attributes = message.getAttributes();
        if (sid.equals(attributes.getValue().getResourceSid()) && status.equals(attributes.getValue().getStatus())) {
          return message;
        }
      }
    }
    throw new AssertionError("The queue holds no such message");
  }

  private static EmbeddedMule start(TwilioSimulator simulator, int port, Path folder) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "'/>")
        + "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' body='#[payload]' "
        + "status-callback-flow-ref='status'><twilio:callback-contexts><twilio:callback-context key='order' value='4711'/>"
        + "</twilio:callback-contexts></twilio:send-message></flow>"
        + "<flow name='status' " + WorkExtension.NAMESPACE
        + "><work:publish queue='callbacks' content='#[payload]' attributes='#[attributes]'/></flow>")
            .extension(WorkExtension.class).registered("work", NOTHING).workingDirectory(folder).start();
  }
}
