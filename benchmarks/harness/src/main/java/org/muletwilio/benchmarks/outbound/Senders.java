package org.muletwilio.benchmarks.outbound;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import org.muletwilio.benchmarks.server.ServerControl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.HdrHistogram.Histogram;

/** Sends messages from several threads, each as soon as its last one was taken. The threads stay, so that they can be asked. */
public final class Senders implements ServerControl.Commands {

  public static final String TO = "+14155550123";
  public static final String FROM = "+15005550006";
  public static final String BODY = "Your order is on its way";

  private final ExecutorService threads = Executors.newFixedThreadPool(16, task -> {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  });
  private final Callable<?> send;

  /** @param send sends one message, or throws */
  public Senders(Callable<?> send) {
    this.send = send;
  }

  /** @param command {@code send <threads> <milliseconds>} */
  @Override
  public String answer(String command) {
    String[] words = command.split(" ");
    int senders = Integer.parseInt(words[1]);
    long start = System.nanoTime();
    long end = start + MILLISECONDS.toNanos(Long.parseLong(words[2]));
    List<Future<Histogram>> futures = new ArrayList<>();
    for (int i = 0; i < senders; i++) {
      futures.add(threads.submit(() -> sendUntil(end)));
    }
    Histogram all = new Histogram(SECONDS.toNanos(60), 3);
    try {
      for (Future<Histogram> each : futures) {
        all.add(each.get());
      }
    } catch (ExecutionException | InterruptedException e) {
      e.printStackTrace();
      return "failed";
    }
    return "sent " + all.getTotalCount() + " " + (System.nanoTime() - start) + " " + all.getValueAtPercentile(50) + " "
        + all.getValueAtPercentile(99);
  }

  private Histogram sendUntil(long end) throws Exception {
    Histogram histogram = new Histogram(SECONDS.toNanos(60), 3);
    for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
      send.call();
      histogram.recordValue(Math.min(SECONDS.toNanos(60), System.nanoTime() - before));
    }
    return histogram;
  }
}
