package org.muletwilio.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/**
 * A server's side of the talk with the harness, by standard input and output: it says where it serves, and tells what it used
 * when it is asked. A server in another language speaks the same lines.
 */
public final class ServerControl {

  private final PrintStream out = System.out;
  private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Lets nothing but this class write to standard output. Call it before anything logs. */
  public ServerControl() {
    System.setOut(System.err);
  }

  /**
   * Says where callbacks are served and answers the harness until it is told to end.
   *
   * @param port the local port
   * @param messageUrls public addresses for messages' callbacks
   * @param callUrls public addresses for calls' callbacks
   */
  public void serve(int port, List<String> messageUrls, List<String> callUrls) throws IOException {
    messageUrls.forEach(url -> out.println("message " + url));
    callUrls.forEach(url -> out.println("call " + url));
    serve(port);
  }

  /**
   * Says that the server is ready and answers the harness until it is told to end.
   *
   * @param port the local port; 0 where there is none
   */
  public void serve(int port) throws IOException {
    out.println("ready " + port);
    listen(command -> "unknown");
  }

  /**
   * As {@link #serve(int)}, with commands of the server's own.
   *
   * @param commands answers them
   */
  public void serve(Commands commands) throws IOException {
    out.println("ready 0");
    listen(commands);
  }

  /** @return a port that nothing listens on */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void listen(Commands commands) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null && !line.equals("end"); line = in.readLine()) {
      switch (line) {
        case "status":
          out.println(status());
          break;
        case "collect":
          System.gc();
          System.gc();
          out.println(status());
          break;
        default:
          out.println(commands.answer(line));
      }
    }
  }

  private String status() {
    long allocated = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).filter(bytes -> bytes > 0).sum();
    return "status allocated=" + allocated
        + " heap=" + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        + " classes=" + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }

  /** What a server can be told beside the usual. */
  @FunctionalInterface
  public interface Commands {

    /** @return one line */
    String answer(String command);
  }
}
