package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.source.SourceProcess.DELIVERED;
import static org.muletwilio.functional.source.SourceProcess.NUMBER;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;

import org.muletwilio.functional.support.AccountRequests;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tool.ToolProcess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed after its sources have registered, or in the middle of it: the next start makes it whole. */
class SourceCrashTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final String FOREIGN = "https://else.example.com/sms";

  private final int port = freePort();
  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(10)).phoneNumber(NUMBER).start();
  private final AccountRequests account = new AccountRequests(simulator);

  @TempDir
  private Path folder;

  @AfterEach
  void stop() {
    simulator.close();
  }

  /** Between registration and restore: what was there before is not known any more, and stays so. */
  @Test
  void aKilledProcessLeavesItsAddressesAndTheNextStartTakesThemOver() throws Exception {
    account.changeNumber(NUMBER, Map.of("SmsUrl", FOREIGN));
    runTillKilled(output -> output.awaitOutput(Pattern.compile("^started$", Pattern.MULTILINE), LONG));
    String url = smsUrl();
    String sink = only("Sinks").path("sid").asText();
    assertTrue(url.contains("/source-inbound-message/answer/"), url);
    Resource missed = simulator.receiveMessage("+14155550100", NUMBER, "Hi");
    assertEquals(0, awaitCallback(simulator, each -> each.resourceSid().equals(missed.sid())).status(), "nobody listens");
    simulator.forget();
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO); EmbeddedMule mule = assertWhole()) {
      assertEquals(url, smsUrl());
      assertEquals(sink, only("Sinks").path("sid").asText());
      assertEquals(2, log.with(" is set already: ").size(), log.all().toString());
      mule.close();
      assertEquals(1, log.with("leaves the SMS URL of number " + NUMBER + " as it is").size(), log.all().toString());
    }
    assertEquals(url, smsUrl());
    assertEquals(0, all("Sinks").size());
    assertEquals(0, all("Subscriptions").size());
  }

  /** Twilio has done what was asked, and the process is killed while it waits for the answer. */
  @Test
  void aProcessThatIsKilledAfterItsSinkWasMadeLeavesNoSecondOne() throws Exception {
    runTillKilledAtNextCreate(() -> smsUrl().contains("/answer/"));
    assertEquals(0, all("Sinks").size());
    runTillKilledAtNextCreate(() -> all("Sinks").size() == 1);
    String sink = only("Sinks").path("sid").asText();
    assertEquals(0, all("Subscriptions").size());
    runTillKilledAtNextCreate(() -> all("Subscriptions").size() == 1);
    String subscription = only("Subscriptions").path("sid").asText();
    try (EmbeddedMule mule = assertWhole()) {
      assertEquals(sink, only("Sinks").path("sid").asText());
      assertEquals(subscription, only("Subscriptions").path("sid").asText());
    }
    assertEquals(0, all("Sinks").size());
  }

  private EmbeddedMule assertWhole() throws Exception {
    EmbeddedMule mule = SourceProcess.start(simulator.baseUri(), port);
    assertEquals(only("Sinks").path("sid").asText(), only("Subscriptions").path("sink_sid").asText());
    Resource message = simulator.receiveMessage("+14155550100", NUMBER, "Hi");
    assertEquals(200, awaitCallback(simulator, each -> each.resourceSid().equals(message.sid())).status());
    String sink = only("Sinks").path("sink_configuration").path("destination").asText();
    assertEquals(204, simulator.sendEvent(sink, "[{\"type\":\"" + DELIVERED + "\",\"id\":\"EZ1\"}]").status());
    mule.awaitRun("events", run -> true, SOON);
    return mule;
  }

  private void runTillKilledAtNextCreate(BooleanSupplier isCreated) throws Exception {
    simulator.apiFaults().nextCreates(1, ApiFault.stuck(Duration.ofSeconds(20)));
    runTillKilled(output -> {
      for (long end = System.nanoTime() + LONG.toNanos(); !isCreated.getAsBoolean() && System.nanoTime() < end;) {
        Thread.sleep(20);
      }
      assertTrue(isCreated.getAsBoolean(), () -> "not in time: " + output.output());
    });
    assertEquals(0, simulator.apiFaults().planned().size());
  }

  private void runTillKilled(Moment moment) throws Exception {
    ToolProcess process = ToolProcess.start(folder, SourceProcess.command(simulator.baseUri(), port));
    try {
      moment.await(process);
    } finally {
      process.kill();
    }
  }

  private String smsUrl() {
    return account.number(NUMBER).path("sms_url").asText("");
  }

  private JsonNode all(String list) {
    return account.get("/v1/" + list).path(list.toLowerCase(Locale.ROOT));
  }

  private JsonNode only(String list) {
    assertEquals(1, all(list).size(), all(list).toString());
    return all(list).path(0);
  }

  @FunctionalInterface
  private interface Moment {

    void await(ToolProcess process) throws Exception;
  }
}
