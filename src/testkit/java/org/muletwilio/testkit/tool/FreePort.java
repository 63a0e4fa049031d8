package org.muletwilio.testkit.tool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that need one in advance. They are below those that the system gives to connections and to servers that ask
 * for any, and each process has a range of its own, so that nobody else gets one between its choice and its use.
 */
public final class FreePort {

  private static final int FIRST = 21_000;
  private static final int RANGES = 110;
  private static final int PORTS_IN_RANGE = 100;
  private static final int STARTS = 5;
  private static final String IN_USE = "Address already in use";

  /** Bound as long as the process lives: the process that listens on the first port of a range owns the range. */
  private static final ServerSocket OWNED = ownRange();
  private static final AtomicInteger FOUND = new AtomicInteger();

  private FreePort() {}

  /** Starts a program that listens on a port. */
  @FunctionalInterface
  public interface Starter<T, E extends Exception> {

    T start(int port) throws E, InterruptedException;
  }

  /** @return a port that is free on loopback */
  public static int find() {
    for (int i = 1; i < PORTS_IN_RANGE; i++) {
      int port = OWNED.getLocalPort() + 1 + FOUND.getAndIncrement() % (PORTS_IN_RANGE - 1);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // somebody listens on it; the next one may be free
      }
    }
    throw new IllegalStateException("No port from " + OWNED.getLocalPort() + " on is free");
  }

  /**
   * Starts a program with a free port, and with another one if that port was taken meanwhile.
   *
   * @param starter fails with an {@link IllegalStateException} that has the program's output
   */
  public static <T, E extends Exception> T start(Starter<T, E> starter) throws E, InterruptedException {
    for (int i = 1;; i++) {
      try {
        return starter.start(find());
      } catch (IllegalStateException e) {
        if (i == STARTS || !String.valueOf(e.getMessage()).contains(IN_USE)) {
          throw e;
        }
      }
    }
  }

  private static ServerSocket ownRange() {
    int start = ThreadLocalRandom.current().nextInt(RANGES);
    for (int i = 0; i < RANGES; i++) {
      try {
        return new ServerSocket(FIRST + (start + i) % RANGES * PORTS_IN_RANGE, 1, InetAddress.getLoopbackAddress());
      } catch (IOException e) {
        // another process has it
      }
    }
    throw new IllegalStateException("No range of ports from " + FIRST + " on is free");
  }
}
