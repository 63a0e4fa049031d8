package org.muletwilio.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Answers requests without a body as a test says, one connection a thread. */
final class LocalServer implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong requests = new AtomicLong();
  private final LongFunction<Duration> delays;
  private final LongFunction<String> answers;

  /**
   * @param delays how long each request waits, by its number
   * @param answers its answer; empty cuts the connection
   */
  LocalServer(LongFunction<Duration> delays, LongFunction<String> answers) throws IOException {
    this.delays = delays;
    this.answers = answers;
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        client.setTcpNoDelay(true);
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private void serve(Socket client) {
    try (client; BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          long number = requests.getAndIncrement();
          Thread.sleep(delays.apply(number).toMillis());
          String answer = answers.apply(number);
          if (answer.isEmpty()) {
            return;
          }
          client.getOutputStream().write(answer.getBytes(ISO_8859_1));
        }
      }
    } catch (IOException | InterruptedException e) {
      // the client or the test has gone
    }
  }
}
