package org.muletwilio.functional.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random bytes over TCP to the real listener: it answers with an error or hangs up, runs no flow, and serves a genuine callback
 * afterwards. <code>-Dfuzz.requests=100000 -Dfuzz.seed=1</code> sends more, and the same again.
 */
class RawRequestsTest {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 400);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
  /** Those of README, and those of the HTTP service for what it can't read. */
  private static final Set<Integer> REFUSALS = Set.of(100, 400, 403, 404, 405, 408, 411, 413, 414, 415, 417, 431, 501, 503, 505);

  private final Logger grizzly = Logger.getLogger("org.glassfish.grizzly");
  private LogLines lines;

  /** The HTTP service tells of each request that it can't read, with a stack trace. */
  @BeforeEach
  void hush() {
    grizzly.setLevel(Level.OFF);
    lines = LogLines.of("org.mule.service.http", org.apache.logging.log4j.Level.WARN);
  }

  @AfterEach
  void speak() {
    grizzly.setLevel(null);
    lines.close();
  }

  @Test
  void noBytesRunAFlowOrStopTheListener() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(config("Twilio", simulator,
            "<twilio:http-callback-config host='127.0.0.1' maxConcurrency='8' "
            + "localPort='" + port + "'/>") + sendFlow() + flow("status")).start()) {
      mule.run("send", "Hello");
      CallbackAttempt known = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered") && run.hasEnded(), SOON);
      int before = mule.runs("status").size();
      String signature = signature(known.signedUrl() + "MessageSidSMtrueMessageStatustrue");
      Map<Integer, Integer> answers = new ConcurrentHashMap<>();
      ExecutorService senders = Executors.newFixedThreadPool(16);
      IntStream.range(0, REQUESTS).forEach(i -> senders.execute(() -> {
        Random random = new Random(SEED + i);
        String answer = send(port, new RawRequests(known.signedUrl(), signature, random).next(), random);
        Matcher status = STATUS_LINE.matcher(answer);
        while (status.find()) {
          answers.merge(Integer.valueOf(status.group(1)), 1, Integer::sum);
        }
      }));
      senders.shutdown();
      assertTrue(senders.awaitTermination(10 + REQUESTS / 10, TimeUnit.SECONDS));
      System.out.println("fuzz.seed=" + SEED + " fuzz.requests=" + REQUESTS + ": answers " + new TreeMap<>(answers));
      assertTrue(REFUSALS.containsAll(answers.keySet()), () -> answers + " with -Dfuzz.seed=" + SEED);
      assertEquals(before, mule.runs("status").size(), "a flow ran with -Dfuzz.seed=" + SEED);
      AtomicInteger served = new AtomicInteger();
      for (long end = System.nanoTime() + SOON.toNanos(); served.get() < 20 && System.nanoTime() < end;) {
        String sid = "SMgenuine" + served.get();
        if (simulator.forge(known).fields(Form.of("MessageSid", sid, "MessageStatus",
            "sent")).idempotencyToken(sid).signedBy(TOKEN).send()
            .status() == 204) {
          served.incrementAndGet();
        }
      }
      assertEquals(20, served.get(), "genuine ones afterwards, with -Dfuzz.seed=" + SEED);
      assertEquals(before + 20, mule.runs("status").size());
    }
  }

  /** @return what came back until the server hung up, or was quiet for a while */
  private static String send(int port, byte[] bytes, Random random) {
    StringBuilder answer = new StringBuilder();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(100);
      OutputStream out = socket.getOutputStream();
      int parts = 1 + random.nextInt(4);
      for (int part = 0; part < parts; part++) {
        out.write(bytes, bytes.length * part / parts, bytes.length * (part + 1) / parts - bytes.length * part / parts);
        out.flush();
      }
      switch (random.nextInt(4)) {
        case 0:
          socket.shutdownOutput();
          break;
        case 1:
          socket.setSoLinger(true, 0);
          break;
        default:
          break;
      }
      byte[] buffer = new byte[8192];
      for (int read = socket.getInputStream().read(buffer); read >= 0; read = socket.getInputStream().read(buffer)) {
        answer.append(new String(buffer, 0, read, ISO_8859_1));
      }
    } catch (IOException e) {
      // it has hung up, or waits for more
    }
    return answer.toString();
  }

  private static String signature(String signed) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(TOKEN.getBytes(ISO_8859_1), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(ISO_8859_1)));
  }
}
