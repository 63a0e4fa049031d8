package org.muletwilio.testkit.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Many requests over a few connections, and their response times. */
public final class Load {

  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final List<Long> nanos = new ArrayList<>();
  private final long start = System.nanoTime();
  private long end;

  private Load() {}

  /**
   * Sends the requests from threads of its own.
   *
   * @param goesOn whether to send the request with this number, from 0
   * @param requests makes it
   * @return the results of all requests
   */
  public static Future<Load> start(int port, int connections, IntPredicate goesOn, IntFunction<byte[]> requests) {
    ExecutorService threads = Executors.newFixedThreadPool(connections + 1);
    AtomicInteger next = new AtomicInteger();
    Load load = new Load();
    Callable<Void> connection = () -> {
      try (KeptConnection kept = new KeptConnection(port)) {
        for (int number = next.getAndIncrement(); goesOn.test(number); number = next.getAndIncrement()) {
          byte[] request = requests.apply(number);
          long before = System.nanoTime();
          load.add(kept.send(request), System.nanoTime() - before);
        }
      }
      return null;
    };
    return threads.submit(() -> {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        all.add(threads.submit(connection));
      }
      threads.shutdown();
      for (Future<Void> each : all) {
        each.get();
      }
      load.end = System.nanoTime();
      return load;
    });
  }

  private synchronized void add(int status, long took) {
    statuses.merge(status, 1, Integer::sum);
    nanos.add(took);
  }

  /** @return how many responses had which status */
  public synchronized Map<Integer, Integer> statuses() {
    return new TreeMap<>(statuses);
  }

  public synchronized int count() {
    return nanos.size();
  }

  /** The rate and the percentiles of the response times, as text. */
  @Override
  public synchronized String toString() {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.isEmpty() ? "none" : String.format(Locale.ROOT,
        "%d in %.1f s, %.0f/s, half within %.2f ms, 99 %% within %.2f ms, answers %s",
        sorted.size(), (end - start) / 1e9, sorted.size() * 1e9 / (end - start), sorted.get(sorted.size() / 2) / 1e6,
        sorted.get(sorted.size() * 99 / 100) / 1e6, statuses);
  }
}
