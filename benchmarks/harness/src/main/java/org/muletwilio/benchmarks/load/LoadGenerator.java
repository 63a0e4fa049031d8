package org.muletwilio.benchmarks.load;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.HdrHistogram.Histogram;

/**
 * Sends requests to a local server over a number of kept-alive connections, in one thread: each as soon as the one before was
 * answered, or at a fixed rate whatever the server does. At a fixed rate a request's latency counts from the moment at which it
 * was due, so that a server that stalls can't hide how many requests waited meanwhile.
 */
public final class LoadGenerator implements AutoCloseable {

  private static final long LONGEST_NANOS = SECONDS.toNanos(60);
  private static final long PATIENCE_NANOS = SECONDS.toNanos(5);

  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Requests requests;
  private Histogram latencies;
  private long accepted;
  private long failed;
  private long end;

  /**
   * @param port the local server's
   * @param connections how many
   * @param requests what is sent
   */
  public LoadGenerator(int port, int connections, Requests requests) throws IOException {
    this.requests = requests;
    selector = Selector.open();
    for (int i = 0; i < connections; i++) {
      this.connections.add(new Connection(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), selector));
    }
    idle.addAll(this.connections);
  }

  /** Sends as fast as the connections allow. */
  public LoadResult flood(Duration time) throws IOException {
    long start = start(time);
    while (System.nanoTime() < end) {
      sendAll(Long.MAX_VALUE);
      selector.select(key -> receive((Connection) key.attachment()), 100);
    }
    return result(end - start);
  }

  /** Sends a number of requests as fast as the connections allow. */
  public LoadResult send(long number) throws IOException {
    long start = start(Duration.ofHours(1));
    long left = number;
    while (accepted + failed < number) {
      left -= sendAll(left);
      selector.select(key -> receive((Connection) key.attachment()), 100);
    }
    end = System.nanoTime();
    return result(end - start);
  }

  /** Sends at a fixed rate. */
  public LoadResult pace(double perSecond, Duration time) throws IOException {
    long start = start(time);
    double interval = 1e9 / perSecond;
    long due = 0;
    long all = (long) (time.toNanos() / interval);
    while (accepted + failed < all && System.nanoTime() < end + PATIENCE_NANOS) {
      long now = System.nanoTime();
      while (due < all && start + (long) (due * interval) <= now && !idle.isEmpty()) {
        idle.poll().send(requests, start + (long) (due++ * interval));
      }
      long wait = due < all && !idle.isEmpty() ? start + (long) (due * interval) - System.nanoTime() : MILLISECONDS.toNanos(10);
      if (wait >= MILLISECONDS.toNanos(2)) {
        selector.select(key -> receive((Connection) key.attachment()), wait / MILLISECONDS.toNanos(1) - 1);
      } else if (selector.selectNow(key -> receive((Connection) key.attachment())) == 0) {
        Thread.yield();
      }
    }
    long now = System.nanoTime();
    for (; due < all; due++) {
      failed++;
      latencies.recordValue(Math.min(LONGEST_NANOS, now - start - (long) (due * interval)));
    }
    return result(now - start);
  }

  @Override
  public void close() throws IOException {
    connections.forEach(Connection::close);
    selector.close();
  }

  private long start(Duration time) {
    latencies = new Histogram(LONGEST_NANOS, 3);
    accepted = 0;
    failed = 0;
    long start = System.nanoTime();
    end = start + time.toNanos();
    return start;
  }

  private long sendAll(long most) throws IOException {
    long sent = 0;
    while (sent < most && !idle.isEmpty()) {
      idle.poll().send(requests, System.nanoTime());
      sent++;
    }
    return sent;
  }

  private void receive(Connection connection) {
    try {
      if (!connection.receive()) {
        return;
      }
      latencies.recordValue(Math.min(LONGEST_NANOS, Math.max(0, System.nanoTime() - connection.since())));
      if (connection.isAccepted()) {
        accepted++;
      } else {
        failed++;
      }
    } catch (IOException e) {
      failed++;
      connection.reset();
    }
    idle.add(connection);
  }

  /** What is still under way is waited for, so that it can't disturb what comes next. */
  private LoadResult result(long nanos) throws IOException {
    LoadResult result = new LoadResult(accepted, failed, nanos, latencies.copy());
    long patience = System.nanoTime() + PATIENCE_NANOS;
    while (idle.size() < connections.size() && System.nanoTime() < patience) {
      selector.select(key -> receive((Connection) key.attachment()), 100);
    }
    return result;
  }
}
