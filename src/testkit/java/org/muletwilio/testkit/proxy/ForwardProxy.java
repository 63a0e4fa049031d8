package org.muletwilio.testkit.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A forward proxy as companies have them: it asks for a user and password, tunnels HTTPS by CONNECT and forwards plain HTTP. */
public final class ForwardProxy implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "forward-proxy");
    thread.setDaemon(true);
    return thread;
  });
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> tunnels = new CopyOnWriteArrayList<>();
  private final List<String> forwarded = new CopyOnWriteArrayList<>();
  private final String credentials;

  private ForwardProxy(String username, String password) throws IOException {
    credentials = "basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(ISO_8859_1));
    threads.execute(this::accept);
  }

  public static ForwardProxy start(String username, String password) {
    try {
      return new ForwardProxy(username, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** The method and URL of each request that was forwarded. */
  public List<String> forwarded() {
    return List.copyOf(forwarded);
  }

  /** The targets of tunnels, such as {@code localhost:443}. */
  public List<String> tunnels() {
    return List.copyOf(tunnels);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client) {
      while (true) {
        String head = readHead(client.getInputStream());
        String[] words = head.split(" ", 3);
        if (!head.toLowerCase(Locale.ROOT).contains("proxy-authorization: " + credentials.toLowerCase(Locale.ROOT))) {
          answer(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0");
        } else if (words[0].equals("CONNECT")) {
          tunnel(client, words[1]);
          return;
        } else {
          forward(client, head, words);
          return;
        }
      }
    } catch (IOException e) {
      // one of the two has left
    }
  }

  private void tunnel(Socket client, String target) throws IOException {
    tunnels.add(target);
    int colon = target.lastIndexOf(':');
    try (Socket server = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
      open.add(server);
      answer(client, "200 Connection established");
      threads.execute(() -> copy(server, client));
      copy(client, server);
    }
  }

  /** Handles one request; the connection ends with its response. */
  private void forward(Socket client, String head, String[] words) throws IOException {
    URI uri = URI.create(words[1]);
    forwarded.add(words[0] + " " + words[1]);
    try (Socket server = new Socket(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort())) {
      open.add(server);
      String headers = head.substring(head.indexOf("\r\n")
          + 2).replaceAll("(?im)^(proxy-authorization|(proxy-)?connection):.*\r\n", "");
      String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
      server.getOutputStream().write((words[0] + " " + path + " HTTP/1.1\r\nConnection: close\r\n"
          + headers).getBytes(ISO_8859_1));
      threads.execute(() -> copy(client, server));
      copy(server, client);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // one of the two has left
    }
  }

  private static void answer(Socket client, String head) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client has left");
      }
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }
}
