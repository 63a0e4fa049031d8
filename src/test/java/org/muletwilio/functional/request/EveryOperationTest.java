package org.muletwilio.functional.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.Catalogue;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

/**
 * The whole catalogue, against the simulator: each operation is requested with what it requires and answered by the simulator
 * itself,
 * which checks method, host, path, parameters and types; each parameter that takes a URL which Twilio calls runs a flow when
 * that URL is
 * called.
 */
class EveryOperationTest {

  private static final String OWN = "+15005550006";
  private static final String EVENT = "com.twilio.messaging.message.";
  private static final String NUMBERS_PLACE = "/2010-04-01/Accounts/{}/IncomingPhoneNumbers";
  private static final int THREADS = 4;

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Supplier<Object> NEW_NUMBER = () -> "+1415555" + (1000 + NUMBERS.incrementAndGet());

  /** What Twilio requires beyond what its API description says; a path stands for the name of what is there. */
  private static final Map<String, Map<String, Object>> EXTRAS = Map.ofEntries(
      Map.entry("api.v2010 Messages.create", Map.of("From", OWN, "Body", "Hello")),
      Map.entry("api.v2010 Calls.create", Map.of("From", OWN, "Twiml", "<Response><Pause length=\"3000\"/></Response>")),
      Map.entry("api.v2010 IncomingPhoneNumbers.create", Map.of("PhoneNumber", NEW_NUMBER)),
      Map.entry("api.v2010 IncomingPhoneNumbers.Local.create", Map.of("PhoneNumber", NEW_NUMBER)),
      Map.entry("api.v2010 IncomingPhoneNumbers.Mobile.create", Map.of("PhoneNumber", NEW_NUMBER)),
      Map.entry("api.v2010 IncomingPhoneNumbers.TollFree.create", Map.of("PhoneNumber", NEW_NUMBER)),
      Map.entry("api.v2010 OutgoingCallerIds.create", Map.of("PhoneNumber", NEW_NUMBER)),
      Map.entry("events.v1 Subscriptions.create", Map.of("SinkSid", "/v1/Sinks", "Types", List.of(Map.of("type", EVENT
          + "delivered")))),
      Map.entry("events.v1 Subscriptions.SubscribedEvents.create", Map.of("Type", EVENT + "sent")),
      Map.entry("messaging.v1 Services.PhoneNumbers.create", Map.of("PhoneNumberSid", NUMBERS_PLACE)),
      Map.entry("oauth.v2 token.create", Map.of("grant_type", "client_credentials", "client_id", "OQ1", "client_secret",
          "secret")),
      Map.entry("taskrouter.v1 Workspaces.Activities.create", Map.of("Available", true)),
      Map.entry("taskrouter.v1 Workspaces.Workers.create", Map.of("ActivitySid", "/v1/Workspaces/{}/Activities")),
      Map.entry("taskrouter.v1 Workspaces.Tasks.create", Map.of("WorkflowSid", "/v1/Workspaces/{}/Workflows")),
      Map.entry("verify.v2 Services.VerificationCheck.create", Map.of("To", "+15551234567", "Code", "000000")));

  @Test
  void eachIsAnsweredByTheSimulatorAndEachCallbackRunsAFlow() throws Exception {
    ApiWalk.Outcome outcome = new ApiWalk.Outcome();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(50)).phoneNumber(OWN)
        .account(TestApplication.ACCOUNT, TestApplication.TOKEN).oauthApp(TestApplication.ACCOUNT, "OQ1", "secret").start();
        EmbeddedMule mule = application(simulator, freePort(), flows()).start()) {
      SampleValues samples = samples(simulator, mule);
      Catalogue catalogue = new Catalogue();
      List<Future<?>> walks = new ArrayList<>();
      for (String api : catalogue.getApis()) {
        List<ApiOperation> operations =
            catalogue.getOperations(api).stream().map(name -> catalogue.find(api, name).orElseThrow()).toList();
        walks.add(threads.submit(() -> new ApiWalk(simulator, mule, operations, samples, outcome).run()));
      }
      for (Future<?> walk : walks) {
        walk.get();
      }
      simulator.stopSending(Duration.ofSeconds(20));
    } finally {
      threads.shutdownNow();
    }
    assertEquals("", String.join("\n", outcome.failures()));
    assertEquals(1543, outcome.operations().get());
    assertEquals(253, outcome.callbacks().get());
  }

  /** What comes in, and calls that last, is there as well. */
  private static SampleValues samples(TwilioSimulator simulator, EmbeddedMule mule) {
    simulator.script().call("+15551234567", CallScript.answered().stays(3000));
    String number = sid("PN", mule.run("request", Map.of(), null, operation("IncomingPhoneNumbers.list")).payload());
    mule.run("request", Map.of("Sid", number, "SmsUrl", "https://example.com/x"), null, operation("IncomingPhoneNumbers.update"));
    String message = simulator.receiveFile("+14155550100", OWN, "Hello", "image/png", new byte[] {1}).sid();
    String media = sid("ME", mule.run("request", Map.of("MessageSid", message), null, operation("Messages.Media.list"))
        .payload());
    String sender = sid("XE", mule.run("request", Map.of("sender_id", "whatsapp:+14155550190"), null,
        Map.of("api", "messaging.v2", "operation", "Channels.Senders.create")).payload());
    Map<String, Map<String, Object>> extras = new HashMap<>(EXTRAS);
    extras.put("messaging.v1 Services.ChannelSenders.create", Map.of("Sid", sender));
    extras.put("api.v2010 Messages.Media.fetch", Map.of("MessageSid", message, "Sid", media));
    extras.put("api.v2010 Messages.Media.delete", Map.of("MessageSid", message, "Sid", media));
    return new SampleValues(extras, Map.of(NUMBERS_PLACE, number));
  }

  private static Map<String, Object> operation(String name) {
    return Map.of("api", "api.v2010", "operation", name);
  }

  private static String sid(String prefix, Object answer) {
    return answer.toString().replaceAll("(?s).*(" + prefix + "[0-9a-f]{32}).*", "$1");
  }

  private static String flows() {
    return "<flow name='request'><twilio:request config-ref='Twilio' api='#[vars.api]' operation='#[vars.operation]'/></flow>"
        + "<flow name='callback'><twilio:request config-ref='Twilio' api='#[vars.api]' operation='#[vars.operation]'>"
        + "<twilio:callbacks><twilio:callback parameter='#[vars.parameter]' flow-ref='called'/></twilio:callbacks>"
        + "<twilio:callback-contexts><twilio:callback-context key='number' value='#[vars.number]'/></twilio:callback-contexts>"
        + "</twilio:request></flow>"
        + "<flow name='called'><choice><when expression=\"#[attributes.kind ~= 'TASK_ASSIGNMENT' or "
        + "attributes.kind ~= 'CONVERSATION_PRE_EVENT']\"><set-payload value='{}'/></when>"
        + "<when expression=\"#[attributes.kind ~= 'CALL_INSTRUCTIONS']\">"
        + "<set-payload value='&lt;Response>&lt;Pause length=\"3000\"/>&lt;/Response>'/></when>"
        + "<otherwise><set-payload value='&lt;Response/&gt;'/></otherwise></choice></flow>";
  }
}
