package org.muletwilio.functional.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
import org.muletwilio.testkit.http.HostileBody;
import org.muletwilio.testkit.http.HttpMode;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an HTTP service may hand to the connector in place of a body, as others than that of Mule 4.1.1 do. */
class HostileBodiesTest {

  private static final Map<HostileBody.Kind, Integer> ANSWERS = new EnumMap<>(Map.of(HostileBody.Kind.STALLED, 408,
      HostileBody.Kind.TRICKLING, 408, HostileBody.Kind.ENDLESS, 413, HostileBody.Kind.FAILING, 400));
  private static final int OF_EACH_KIND = 3;

  @ParameterizedTest
  @EnumSource(value = HttpMode.class, names = {"SELECTOR", "STREAMING"})
  void eachIsAnsweredFreesItsPlaceAndHoldsUpNobody(HttpMode mode) throws Exception {
    int places = ANSWERS.size() * OF_EACH_KIND + 1;
    ExecutorService senders = Executors.newCachedThreadPool();
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule =
            application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' maxConcurrency='"
            + places + "' localPort='" + freePort() + "'/>") + sendFlow() + flow("status")).httpMode(mode).start()) {
      mule.run("send", "Hello");
      CallbackAttempt known = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      Map<HostileBody.Kind, List<CompletableFuture<Integer>>> answers = new EnumMap<>(HostileBody.Kind.class);
      for (HostileBody.Kind kind : ANSWERS.keySet()) {
        answers.put(kind, IntStream.range(0, OF_EACH_KIND)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(known, kind), senders)).toList());
      }
      for (int i = 0; i < 50; i++) {
        assertEquals(204, callback(simulator, known, "SMbeside" + i));
      }
      for (Map.Entry<HostileBody.Kind, List<CompletableFuture<Integer>>> each : answers.entrySet()) {
        for (CompletableFuture<Integer> answer : each.getValue()) {
          assertEquals(ANSWERS.get(each.getKey()), answer.get(), each.getKey().toString());
        }
      }
      List<CompletableFuture<Integer>> all = IntStream.range(0, places)
          .mapToObj(i -> CompletableFuture.supplyAsync(() -> callback(simulator, known, "SMafter" + i), senders)).toList();
      for (CompletableFuture<Integer> each : all) {
        assertEquals(204, each.get(), "every place is free again");
      }
      mule.awaitRun("status", run -> run.payload().toString().contains("SMafter" + (places - 1)), SOON);
      assertTrue(mule.runs("status").stream().noneMatch(run -> run.payload().toString().contains("SMhostile")));
    } finally {
      senders.shutdownNow();
    }
  }

  /** Without a length, so that only its end would end it. */
  private static int send(CallbackAttempt known, HostileBody.Kind kind) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(known.signedUrl())).header("X-Twilio-Signature", "AAAA")
        .header("X-Hostile-Body", kind.name())
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("MessageSid=SMhostile".getBytes(US_ASCII)))).build();
    try {
      return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request, BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int callback(TwilioSimulator simulator, CallbackAttempt like, String sid) {
    return simulator.forge(like).idempotencyToken(sid).fields(Form.of("MessageSid", sid, "MessageStatus", "sent")).signedBy(TOKEN)
        .send().status();
  }
}
