package org.muletwilio.functional.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.Http;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.work.HeldWork;
import org.muletwilio.testkit.work.WorkExtension;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Slow, many and late requests: what can be known to be too much is refused, and the rest goes on. */
// Mule's own, of flows that are on their way from one thread to the next when they are stopped
@ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
class HostileRequestsTest {

  /** A flow that lasts as long as the API's answers are delayed. */
  private static final String SLOW_FLOW = "<flow name='slow'><twilio:get-message config-ref='Twilio' "
      + "messageSid='#[payload.MessageSid]'/><error-handler><on-error-continue/></error-handler></flow>";

  @Test
  void pastMaxConcurrencyIsRefusedAtOnce() throws Exception {
    HeldWork work = new HeldWork();
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, "maxConcurrency='2'", work)) {
      String url = (String) mule.run("address", "").payload();
      List<CompletableFuture<CallbackAttempt>> taken =
          List.of(later(simulator, url, sid("taken0")), later(simulator, url, sid("taken1")));
      work.awaitBegun(2, SOON);
      assertEquals(503, callback(simulator, url, sid("toomuch")).status());
      assertTrue(taken.stream().noneMatch(CompletableFuture::isDone), "it did not wait for those that were taken");
      work.release();
      for (CompletableFuture<CallbackAttempt> each : taken) {
        assertEquals(204, each.get(20, TimeUnit.SECONDS).status());
      }
      assertEquals(204, callback(simulator, url, sid("after")).status());
    }
  }

  @Test
  void whatIsAnsweredEarlyIsInProgressUntilItsFlowEnds() throws Exception {
    HeldWork work = new HeldWork();
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, "maxConcurrency='1' async='true'", work)) {
      String url = (String) mule.run("address", "").payload();
      assertEquals(204, callback(simulator, url, sid("first")).status());
      work.awaitBegun(1, SOON);
      assertEquals(503, callback(simulator, url, sid("toomuch")).status(), "the first one's flow still runs");
      work.release();
      mule.awaitRun("held", run -> run.payload().toString().contains(sid("first")) && run.hasEnded(), SOON);
      CallbackAttempt after = callback(simulator, url, sid("after"));
      // a flow's end is told to tests a moment before the connector is told
      for (long end = System.nanoTime() + SOON.toNanos(); after.status() == 503 && System.nanoTime() < end;) {
        after = callback(simulator, url, sid("after"));
      }
      assertEquals(204, after.status());
      assertEquals(0, mule.runs("held").stream().filter(run -> run.payload().toString().contains(sid("toomuch"))).count());
    }
  }

  @Test
  void headersThatNeverEndTakeNoPlace() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' "
            + "maxConcurrency='1' localPort='" + freePort() + "'/>") + sendFlow("slow")
            + "<flow name='slow'><logger level='DEBUG'/></flow>").start()) {
      CallbackAttempt known = known(simulator, mule);
      URI uri = URI.create(known.signedUrl());
      List<Socket> halves = new ArrayList<>();
      try {
        for (int i = 0; i < 50; i++) {
          Socket half = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
          half.getOutputStream().write(("POST " + uri.getRawPath() + " HTTP/1.1\r\nHost: x\r\nX-A: " + i).getBytes(ISO_8859_1));
          halves.add(half);
        }
        for (int i = 0; i < 5; i++) {
          assertEquals(204, callback(simulator, known, sid("beside" + i)).status());
        }
      } finally {
        for (Socket half : halves) {
          half.close();
        }
      }
    }
  }

  @Test
  void stoppingLetsRunningFlowsEndAndFreesThePort() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator()) {
      CompletableFuture<CallbackAttempt> running;
      try (EmbeddedMule mule = application(simulator, port, sendFlow("slow") + SLOW_FLOW).start()) {
        CallbackAttempt known = known(simulator, mule);
        simulator.apiFaults().delayAnswers(Duration.ofSeconds(2));
        running = CompletableFuture.supplyAsync(() -> callback(simulator, known, sid("running")));
        mule.awaitRun("slow", run -> run.payload().toString().contains(sid("running")), SOON);
      }
      assertEquals(204, running.get(20, TimeUnit.SECONDS).status());
      assertEquals(false, Http.staysOpen(port));
    }
  }

  @Test
  void bodiesThatTrickleInAreGivenUp() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), sendFlow("slow")
            + "<flow name='slow'><logger level='DEBUG'/></flow>").start()) {
      CallbackAttempt known = known(simulator, mule);
      URI uri = URI.create(known.signedUrl());
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n"
            + "X-Twilio-Signature: AAAA\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n").getBytes(ISO_8859_1));
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> firstLine(socket));
        while (!answer.isDone()) {
          assertEquals(204, callback(simulator, known, sid("" + System.nanoTime())).status(), "others are served meanwhile");
          try {
            out.write('a');
            out.flush();
          } catch (IOException e) {
            break;
          }
          TimeUnit.MILLISECONDS.sleep(250);
        }
        assertTrue(answer.get(20, TimeUnit.SECONDS).contains(" 408 "), answer.get());
      }
      assertEquals(204, callback(simulator, known, sid("after")).status());
    }
  }

  /** @return an application whose flow for callbacks goes on until the work is released */
  private static EmbeddedMule start(TwilioSimulator simulator, String settings, HeldWork work) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' " + settings + " localPort='"
        + freePort() + "'/>") + "<flow name='address'><twilio:callback-url config-ref='Twilio' flow-ref='held' "
        + "kind='MESSAGE_STATUS'/></flow>"
        + "<flow name='held' " + WorkExtension.NAMESPACE + "><work:perform callback='#[attributes]'/></flow>")
            .extension(WorkExtension.class).registered("work", work).start();
  }

  private static String firstLine(Socket socket) {
    try {
      return String.valueOf(new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine());
    } catch (IOException e) {
      return e.toString();
    }
  }

  /**
   * A callback to make others from, when none is in progress any more. Where few are taken at a time, it may have been refused.
   */
  private static CallbackAttempt known(TwilioSimulator simulator, EmbeddedMule mule) throws Exception {
    mule.run("send", "Hello");
    CallbackAttempt last = null;
    for (String status : List.of("sent", "delivered")) {
      last = awaitCallback(simulator, each -> each.field("MessageStatus").equals(status));
      if (last.successful()) {
        mule.awaitRun("slow", run -> run.payload().toString().contains("MessageStatus=[" + status + "]") && run.hasEnded(), SOON);
      }
    }
    return last;
  }

  private static CompletableFuture<CallbackAttempt> later(TwilioSimulator simulator, String url, String sid) {
    return CompletableFuture.supplyAsync(() -> callback(simulator, url, sid));
  }

  private static CallbackAttempt callback(TwilioSimulator simulator, String url, String sid) {
    return simulator.forge(url).idempotencyToken(sid).fields(Form.of("MessageSid", sid, "MessageStatus", "sent")).signedBy(TOKEN)
        .send();
  }

  private static CallbackAttempt callback(TwilioSimulator simulator, CallbackAttempt like, String sid) {
    return simulator.forge(like).idempotencyToken(sid).fields(Form.of("MessageSid", sid, "MessageStatus", "sent")).signedBy(TOKEN)
        .send();
  }

  /** @return a message's SID, of the shape of Twilio's */
  private static String sid(String name) {
    return "SM" + String.format("%032x", new BigInteger(1, name.getBytes(ISO_8859_1)));
  }
}
