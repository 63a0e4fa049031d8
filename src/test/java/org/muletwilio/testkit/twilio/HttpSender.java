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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Sends one HTTP/1.1 request to one address while the Host header names another, which no client of the JDK does. */
final class HttpSender implements AutoCloseable {

  /** A request but for its destination; the headers include Host. */
  record Request(String method, List<Form.Field> headers, String body) {
  }

  private final SSLContext sslContext;
  private final Connections connections = new Connections();

  HttpSender(SSLContext sslContext) {
    this.sslContext = sslContext;
  }

  HttpAnswer send(Routes.Destination to, String publicHost, Request request, Duration connect, Duration read)
      throws SendException {
    InetSocketAddress address = new InetSocketAddress(to.host(), to.port());
    Socket socket = connect(to, address, connect);
    boolean kept = false;
    try {
      Socket connected = to.secure() ? secure(socket, to, publicHost, connect) : socket;
      connected.setSoTimeout(millis(read));
      OutputStream out = connected.getOutputStream();
      out.write(bytes(to, request));
      out.flush();
      BufferedInputStream in = new BufferedInputStream(connected.getInputStream());
      HttpAnswerReader reader = new HttpAnswerReader(in);
      HttpAnswer answer = reader.read();
      kept = !to.secure() && reader.isWhole() && in.available() == 0;
      return answer;
    } catch (IOException e) {
      throw new SendException(Overrides.Retried.READ, describe(e));
    } finally {
      if (kept) {
        connections.keep(address, socket);
      } else {
        connections.end(socket);
      }
    }
  }

  private Socket connect(Routes.Destination to, InetSocketAddress address, Duration limit) throws SendException {
    try {
      return to.secure() ? connections.single(address, millis(limit)) : connections.take(address, millis(limit));
    } catch (IOException e) {
      throw new SendException(Overrides.Retried.CONNECT, describe(e));
    }
  }

  private Socket secure(Socket socket, Routes.Destination to, String publicHost, Duration limit) throws SendException {
    try {
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

  private static byte[] bytes(Routes.Destination to, Request request) throws IOException {
    byte[] body = request.body.getBytes(UTF_8);
    StringBuilder head = new StringBuilder(request.method).append(' ').append(to.target()).append(" HTTP/1.1\r\n");
    request.headers.forEach(header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    if (request.method.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head.append(to.secure() ? "Connection: close\r\n\r\n" : "\r\n").toString().getBytes(UTF_8));
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
    connections.close();
  }
}
