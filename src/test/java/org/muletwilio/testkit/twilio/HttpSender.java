package org.muletwilio.testkit.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Sends one HTTP/1.1 request to one address while the Host header names another, which no client of the JDK does. */
final class HttpSender implements AutoCloseable {

  /** A request but for its destination; the headers include Host. */
  record Request(String method, List<Form.Field> headers, String body) {
  }

  private final SSLContext sslContext;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  HttpSender(SSLContext sslContext) {
    this.sslContext = sslContext;
  }

  HttpAnswer send(Routes.Destination to, String publicHost, Request request, Duration connect, Duration read)
      throws SendException {
    Socket socket = new Socket();
    open.add(socket);
    try (socket) {
      if (closed) {
        throw new SendException(Overrides.Retried.CONNECT, "closed");
      }
      Socket connected = connect(socket, to, publicHost, connect);
      return exchange(connected, to, request, read);
    } catch (IOException e) {
      throw new SendException(Overrides.Retried.READ, describe(e));
    } finally {
      open.remove(socket);
    }
  }

  private Socket connect(Socket socket, Routes.Destination to, String publicHost, Duration limit) throws SendException {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(to.host(), to.port()), millis(limit));
      if (!to.secure()) {
        return socket;
      }
      socket.setSoTimeout(millis(limit));
      SSLSocket secure = (SSLSocket) sslContext.getSocketFactory().createSocket(socket, publicHost, to.port(), true);
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      return secure;
    } catch (IOException e) {
      throw new SendException(Overrides.Retried.CONNECT, describe(e));
    }
  }

  private static HttpAnswer exchange(Socket socket, Routes.Destination to, Request request, Duration read) throws IOException {
    socket.setSoTimeout(millis(read));
    OutputStream out = socket.getOutputStream();
    out.write(bytes(to, request));
    out.flush();
    return new HttpAnswerReader(new BufferedInputStream(socket.getInputStream())).read();
  }

  private static byte[] bytes(Routes.Destination to, Request request) throws IOException {
    byte[] body = request.body.getBytes(UTF_8);
    StringBuilder head = new StringBuilder(request.method).append(' ').append(to.target()).append(" HTTP/1.1\r\n");
    request.headers.forEach(header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    if (request.method.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head.append("Connection: close\r\n\r\n").toString().getBytes(UTF_8));
    all.write(body);
    return all.toByteArray();
  }

  private static int millis(Duration limit) {
    return (int) limit.plusNanos(999_999).toMillis();
  }

  private static String describe(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  /** Ends what is under way; nothing is sent any more. */
  @Override
  public void close() {
    closed = true;
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is closed all the same
      }
    }
  }
}
