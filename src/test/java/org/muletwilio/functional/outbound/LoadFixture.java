package org.muletwilio.functional.outbound;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;

import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;

/** Applications in which many flows send at once. */
abstract class LoadFixture {

  static final String MESSAGE = "{\"sid\":\"SM1\",\"status\":\"queued\"}";
  static final String PLAIN = "<flow name='plain'><twilio:send-message config-ref='Plain' to='+15551234567' "
      + "from='+15005550006' body='x'/></flow>";

  final ExecutorService senders = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    senders.shutdownNow();
  }

  static EmbeddedMule start(String baseUri, String attributes) {
    return application(config("Plain", baseUri, "").replace("baseUri", attributes + " baseUri") + PLAIN
        + "<flow name='get'><twilio:get-message config-ref='Plain' messageSid='SM00000000000000000000000000000001'/></flow>")
        .start();
  }

  List<CompletableFuture<String>> send(EmbeddedMule mule, String flow, int count) {
    List<CompletableFuture<String>> ends = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ends.add(CompletableFuture.supplyAsync(() -> {
        try {
          mule.run(flow, "Hello");
          return "sent";
        } catch (FlowFailedException e) {
          return e.errorType();
        }
      }, senders));
    }
    return ends;
  }

  static Map<String, Long> counts(List<CompletableFuture<String>> ends) throws Exception {
    return results(ends).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  static List<String> results(List<CompletableFuture<String>> ends) throws Exception {
    List<String> results = new ArrayList<>();
    for (CompletableFuture<String> end : ends) {
      results.add(end.get(60, SECONDS));
    }
    return results;
  }

  static long millisOf(ThrowingRunnable action) throws Exception {
    long start = System.nanoTime();
    action.run();
    return (System.nanoTime() - start) / 1_000_000;
  }

  static void spin() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  /** Something to time. */
  @FunctionalInterface
  interface ThrowingRunnable {

    void run() throws Exception;
  }
}
