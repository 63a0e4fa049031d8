package org.muletwilio.functional.callback;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.core.api.construct.FlowConstruct;
import org.mule.runtime.core.api.event.CoreEvent;
import org.mule.runtime.core.api.event.EventContextFactory;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.List;
import java.util.concurrent.ExecutionException;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** Correlation ids come from outside, and one that no URL can hold does not keep a message from being sent. */
class CorrelationIdTest {

  private static final String LONG = "x".repeat(3900);

  @Test
  void whatAUrlCanNotHoldIsLeftOutWithOneWarning() throws Exception {
    try (TwilioSimulator simulator = simulator();
        LogLines lines = LogLines.of("org.muletwilio.internal.callback.EndpointReport", Level.WARN);
        EmbeddedMule mule = application(simulator, freePort(), sendFlow() + flow("status")).start()) {
      assertEquals("id-1", correlationIdOfCallback(mule, "id-1"));
      assertEquals("é".repeat(200), correlationIdOfCallback(mule, "é".repeat(200)));
      assertEquals(List.of(), lines.with("correlation id"));
      for (String id : List.of(LONG, "a\0b", "é".repeat(1000))) {
        assertNotEquals(id, correlationIdOfCallback(mule, id));
      }
      assertEquals(5, simulator.messages().size());
      assertEquals(1, lines.with("correlation id").size(), lines.all().toString());
      assertTrue(lines.with("correlation id").get(0).contains("Config 'Twilio'") && lines.with("correlation id").get(0)
          .contains("it has 3900 characters"), lines.all().toString());
    }
  }

  @Test
  void aContextThatIsTooLongByItselfIsRefusedAsBefore() throws Exception {
    String context = "<twilio:callback-contexts><twilio:callback-context key='k' value='" + "v".repeat(4000)
        + "'/></twilio:callback-contexts></twilio:send-message>";
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = application(simulator, freePort(),
        sendFlow().replace("/></flow>", ">" + context + "</flow>") + flow("status")).start()) {
      Throwable failure = assertThrows(ExecutionException.class,
          () -> send(mule, LONG)).getCause();
      assertTrue(failure.toString().contains("callbackContext"), failure.toString());
      assertEquals(0, simulator.messages().size());
    }
  }

  /** @return the correlation id of the first callback about the message that is sent now */
  private static String correlationIdOfCallback(EmbeddedMule mule, String correlationId) throws Exception {
    String sid = send(mule, correlationId);
    FlowRun run = mule.awaitRun("status", each -> sid.equals(attributes(each).getResourceSid()), SOON);
    return attributes(run).getCorrelationId();
  }

  private static CallbackAttributes attributes(FlowRun run) {
    return (CallbackAttributes) run.attributes();
  }

  private static String send(EmbeddedMule mule, String correlationId) throws Exception {
    Object flow = mule.lookup(ConfigurationComponentLocator.class).find(Location.builder().globalName("send").build())
        .orElseThrow();
    CoreEvent event = CoreEvent.builder(EventContextFactory.create((FlowConstruct) flow,
        ((FlowConstruct) flow).getLocation(), correlationId)).message(Message.of("Hello")).build();
    return ((org.muletwilio.api.resource.Message) ((ExecutableComponent) flow).execute(event).get(20, SECONDS).getMessage()
        .getPayload()
        .getValue()).getSid();
  }
}
