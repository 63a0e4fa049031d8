package org.muletwilio.functional.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.load.KeptConnection;
import org.muletwilio.testkit.load.Load;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.mule.FlowRunListener;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * 10,000 forged requests beside genuine ones. It tells how fast those are, which depends on the machine, and holds what does
 * not.
 */
class FloodTest {

  private static final int FORGED = 10_000;
  private static final int WARM_UP = 2_000;
  private static final int FIRST_OF_WARM_UP = 1_000_000;
  private static final int GENUINE_ALONE = 2_000;
  private static final int CONNECTIONS = 4;

  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger forgedRuns = new AtomicInteger();

  @Test
  void genuineOnesAreServedBesideAFlood() throws Exception {
    int port = freePort();
    FlowRunListener counter = new FlowRunListener() {

      @Override
      public void started(FlowRun run) {
        if (run.flow().equals("status")) {
          (run.payload().toString().contains("SMforged") ? forgedRuns : runs).incrementAndGet();
        }
      }
    };
    try (TwilioSimulator simulator = simulator();
        LogLines lines = LogLines.of("org.muletwilio.internal.callback", Level.WARN);
        EmbeddedMule mule = application(simulator, port, "<flow name='address'><twilio:callback-url config-ref='Twilio' "
            + "kind='MESSAGE_STATUS' flow-ref='status'/></flow>" + flow("status")).onFlowRun(counter).start()) {
      String url = mule.run("address", "").payload().toString().replaceAll("#.*", "");
      IntFunction<byte[]> genuine = genuine(url);
      Load warmUp = Load.start(port, CONNECTIONS, number -> number < WARM_UP, number -> genuine.apply(FIRST_OF_WARM_UP + number))
          .get(1, MINUTES);
      Load alone = Load.start(port, CONNECTIONS, number -> number < GENUINE_ALONE, genuine).get(1, MINUTES);
      Future<Load> flood = Load.start(port, CONNECTIONS, number -> number < FORGED, forged(url));
      Load beside = Load.start(port, CONNECTIONS, number -> !flood.isDone(), number -> genuine.apply(GENUINE_ALONE
          + number)).get(1, MINUTES);
      Load refused = flood.get(1, MINUTES);
      System.out.println("Genuine callbacks alone: " + alone + "\nGenuine callbacks beside a flood: " + beside
          + "\nForged requests: " + refused);
      assertEquals(Set.of(204), warmUp.statuses().keySet());
      assertEquals(Set.of(204), alone.statuses().keySet());
      assertEquals(Set.of(204), beside.statuses().keySet());
      assertTrue(Set.of(403, 404, 503).containsAll(refused.statuses().keySet()), refused.toString());
      assertEquals(FORGED, refused.count());
      assertEquals(0, forgedRuns.get());
      assertEquals(WARM_UP + alone.count() + beside.count(), runs.get());
      assertTrue(lines.with("refused").size() <= 4, () -> "a flood of lines: " + lines.all());
    }
  }

  private static IntFunction<byte[]> genuine(String url) {
    return number -> {
      String sid = "SM" + number;
      return KeptConnection.post(target(url), sign(url + "MessageSid" + sid + "MessageStatussent"), "MessageSid=" + sid
          + "&MessageStatus=sent");
    };
  }

  /** With a wrong signature, a wrong token in the path, and none at all, in turn. */
  private static IntFunction<byte[]> forged(String url) {
    return number -> {
      String form = "MessageSid=SMforged" + number + "&MessageStatus=sent";
      String wrong = Base64.getEncoder().encodeToString(String.format("wrong signature%5d", number).getBytes(UTF_8));
      switch (number % 3) {
        case 0:
          return KeptConnection.post(target(url), wrong, form);
        case 1:
          return KeptConnection.post(target(url).replace("/status/", "/status/x"), wrong, form);
        default:
          return KeptConnection.post(target(url), "", form);
      }
    };
  }

  private static String target(String url) {
    URI uri = URI.create(url);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
