package org.muletwilio.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.simulator.resource.Form;

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
public final class HttpSender implements AutoCloseable {

  /** A request without its destination; the headers include Host. */
  public record Request(String method, List<Form.Field> headers, String body) {
  }

  private final SSLContext sslContext;
  private final boolean keeping;
  private final Connections connections = new Connections();

  /** @param keeping whether a plain connection carries later requests too */
  public HttpSender(SSLContext sslContext, boolean keeping) {
    this.sslContext = sslContext;
    this.keeping = keeping;
  }

  public HttpAnswer send(Routes.Destination to, String publicHost, Request request, Duration connect, Duration read)
      throws SendException {
    InetSocketAddress address = new InetSocketAddress(to.host(), to.port());
    boolean keep = keeping && !to.secure();
    Socket socket = connect(keep, address, connect);
    boolean kept = false;
    try {
      Socket connected = to.secure() ? secure(socket, to, publicHost, connect) : socket;
      connected.setSoTimeout(millis(read));
      OutputStream out = connected.getOutputStream();
      out.write(bytes(to, request, keep));
      out.flush();
      BufferedInputStream in = new BufferedInputStream(connected.getInputStream());
      HttpAnswerReader reader = new HttpAnswerReader(in);
      HttpAnswer answer = reader.read();
      kept = keep && reader.isWhole() && in.available() == 0;
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

  private Socket connect(boolean keep, InetSocketAddress address, Duration limit) throws SendException {
    try {
      return keep ? connections.take(address, millis(limit)) : connections.single(address, millis(limit));
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

  private static byte[] bytes(Routes.Destination to, Request request, boolean keep) throws IOException {
    byte[] body = request.body.getBytes(UTF_8);
    StringBuilder head = new StringBuilder(request.method).append(' ').append(to.target()).append(" HTTP/1.1\r\n");
    request.headers.forEach(header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    if (request.method.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head.append(keep ? "\r\n" : "Connection: close\r\n\r\n").toString().getBytes(UTF_8));
    all.write(body);
    return all.toByteArray();
  }

  private static int millis(Duration limit) {
    return (int) limit.plusNanos(999_999).toMillis();
  }

  private static String describe(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  /** Cancels the requests in progress; nothing more is sent. */
  @Override
  public void close() {
    connections.close();
  }
}
