package org.muletwilio.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;

/** A server that answers or fails as a test wants: half responses, resets, silence, endless bodies. It writes HTTP/1.1 itself. */
public final class BadServer implements AutoCloseable {

  /** How the server treats a request. */
  @FunctionalInterface
  public interface Behaviour {

    /** Serves a request, of which it gets the line and the headers, and returns whether the connection is kept. */
    boolean serve(String request, Socket client) throws IOException;
  }

  private static final long TRICKLE_NANOS = 100_000_000;

  private final ServerSocket server;
  private final Behaviour behaviour;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();

  private BadServer(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
  }

  public static BadServer start(Behaviour behaviour) {
    return start(ServerSocketFactory.getDefault(), behaviour);
  }

  /** @param sockets makes those that it listens with, such as with TLS */
  public static BadServer start(ServerSocketFactory sockets, Behaviour behaviour) {
    try {
      BadServer server = new BadServer(sockets.createServerSocket(0, 1000, InetAddress.getByName("127.0.0.1")), behaviour);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @return a behaviour that sends this response and keeps the connection */
  public static Behaviour answering(int status, String body, String... headers) {
    return (request, client) -> {
      write(client, head(status, body.getBytes(UTF_8).length, headers) + body);
      return true;
    };
  }

  /** @return a behaviour for the first requests, followed by another one */
  public static Behaviour first(int count, Behaviour first, Behaviour then) {
    AtomicInteger left = new AtomicInteger(count);
    return (request, client) -> (left.getAndDecrement() > 0 ? first : then).serve(request, client);
  }

  /** @return a behaviour that sends these characters and closes the connection */
  public static Behaviour cutAfter(String text) {
    return (request, client) -> {
      write(client, text);
      return false;
    };
  }

  /** @return a behaviour that sends these characters and resets the connection */
  public static Behaviour resetAfter(String text) {
    return (request, client) -> {
      write(client, text);
      client.setSoLinger(true, 0);
      return false;
    };
  }

  /** @return a behaviour that sends these characters, and no more until the client leaves */
  public static Behaviour stallAfter(String text) {
    return (request, client) -> {
      write(client, text);
      while (client.getInputStream().read() >= 0) {
        Thread.onSpinWait();
      }
      return false;
    };
  }

  /** @return a behaviour that sends these characters, and then others with a pause before each, until the client leaves */
  public static Behaviour trickleAfter(String text, String others) {
    return (request, client) -> {
      write(client, text);
      for (int i = 0;; i++) {
        LockSupport.parkNanos(TRICKLE_NANOS);
        write(client, others.substring(i % others.length(), i % others.length() + 1));
      }
    };
  }

  /** @return a behaviour that sends these characters, and then others as fast as they are taken, until the client leaves */
  public static Behaviour endlessAfter(String text, String others) {
    return (request, client) -> {
      write(client, text);
      while (true) {
        write(client, others);
      }
    };
  }

  /** @return the status line and headers of an answer */
  public static String head(int status, long length, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nContent-Length: "
        + length);
    for (int i = 0; i < headers.length; i += 2) {
      head.append("\r\n").append(headers[i]).append(": ").append(headers[i + 1]);
    }
    return head.append("\r\n\r\n").toString();
  }

  public static void write(Socket client, String text) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  public int port() {
    return server.getLocalPort();
  }

  public String baseUri() {
    return "http://127.0.0.1:" + port();
  }

  /** @return the first lines of all requests so far */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** @return how many requests began with this method */
  public long count(String method) {
    return requests.stream().filter(request -> request.startsWith(method + " ")).count();
  }

  /** @return how many connections were accepted so far */
  public int connections() {
    return accepted.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        accepted.incrementAndGet();
        open.add(client);
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client) {
      boolean keep = true;
      while (keep) {
        String request = read(client.getInputStream());
        if (!request.isEmpty()) {
          requests.add(request.substring(0, request.indexOf('\r')));
        }
        keep = !request.isEmpty() && behaviour.serve(request, client);
      }
    } catch (IOException e) {
      // the client has gone, or this server
    } finally {
      open.remove(client);
    }
  }

  /** Reads a request with its body, and returns it without the body; empty where the client has gone. */
  private static String read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.lastIndexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    String size = head.toString().lines().filter(line -> line.toLowerCase().startsWith("content-length:")).findFirst()
        .orElse(":0");
    in.readNBytes(Integer.parseInt(size.substring(size.indexOf(':') + 1).trim()));
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket client : open) {
      client.close();
    }
    threads.shutdownNow();
  }
}
