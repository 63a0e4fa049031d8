package org.muletwilio.testkit.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;

/** One connection to a server on this machine, for one request after another. */
public final class KeptConnection implements AutoCloseable {

  private final int port;
  private final int answerMillis;
  private Socket socket;
  private InputStream in;

  public KeptConnection(int port) {
    this(port, 20_000);
  }

  /** @param answerMillis how long to wait for an answer */
  public KeptConnection(int port, int answerMillis) {
    this.port = port;
    this.answerMillis = answerMillis;
  }

  /**
   * @param request a whole HTTP/1.1 request
   * @return the status of its answer
   * @throws IOException if there is none
   */
  public int send(byte[] request) throws IOException {
    if (socket == null) {
      socket = new Socket();
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(answerMillis);
      in = new BufferedInputStream(socket.getInputStream());
    }
    socket.getOutputStream().write(request);
    String first = line();
    if (!first.startsWith("HTTP/1.1 ")) {
      throw new IOException("not a response: '" + first + "'");
    }
    int status = Integer.parseInt(first.split(" ")[1]);
    int length = 0;
    boolean ends = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).trim());
      }
      // where a body ends that comes in chunks is not looked for
      ends |= lower.startsWith("connection:") && lower.contains("close") || lower.startsWith("transfer-encoding:");
    }
    in.skipNBytes(length);
    if (ends) {
      close();
    }
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new EOFException("the server has closed the connection");
      }
      line.append((char) each);
    }
    return line.toString().trim();
  }

  /** @return a POST of a form */
  public static byte[] post(String target, String signature, String form) {
    return ("POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + (signature.isEmpty() ? "" : "X-Twilio-Signature: " + signature + "\r\n") + "Content-Length: " + form.length()
            + "\r\n\r\n" + form)
            .getBytes(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
