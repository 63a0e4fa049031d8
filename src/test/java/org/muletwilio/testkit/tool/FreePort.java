package org.muletwilio.testkit.tool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that must be told theirs. They are below those that the system gives to connections and to servers that ask
 * for any, so that nobody gets one by chance between its finding and its use.
 */
public final class FreePort {

  private static final int FIRST = 21_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 100;
  private static final int STARTS = 5;
  private static final String IN_USE = "Address already in use";

  private FreePort() {}

  /** Starts a program that listens on a port. */
  @FunctionalInterface
  public interface Starter<T, E extends Exception> {

    T start(int port) throws E, InterruptedException;
  }

  /** @return a port that nobody listens on at loopback */
  public static int find() {
    IOException last = null;
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        last = e;
      }
    }
    throw new IllegalStateException("No port from " + FIRST + " to " + LAST + " is free", last);
  }

  /**
   * Gives a program a port, and another where it says that somebody else was faster.
   *
   * @param starter fails with an {@link IllegalStateException} that has what the program said
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
}
