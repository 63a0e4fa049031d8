package org.muletwilio.simulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads an HTTP/1.1 answer, at most as much of it as Twilio accepts. */
final class HttpAnswerReader {

  private static final int MOST_HEAD = 64 * 1024;
  /** A little more than the 64 kB of TwiML that Twilio takes, so that a larger document is recognized. */
  private static final int MOST_BODY = 65 * 1024;

  private final InputStream in;
  private int headLeft = MOST_HEAD;
  private boolean whole;

  HttpAnswerReader(InputStream in) {
    this.in = in;
  }

  HttpAnswer read() throws IOException {
    int status;
    Map<String, String> headers;
    do {
      String line = line();
      whole = line.startsWith("HTTP/1.1 ");
      status = status(line);
      headers = headers();
    } while (status < 200);
    whole &= !headers.containsKey("connection") || headers.get("connection").equalsIgnoreCase("keep-alive");
    if (status == 204 || status == 304) {
      return new HttpAnswer(status, headers, "");
    }
    whole &= !headers.containsKey("transfer-encoding") && length(headers) <= MOST_BODY;
    return new HttpAnswer(status, headers, body(headers));
  }

  private static long length(Map<String, String> headers) {
    String length = headers.getOrDefault("content-length", "");
    return length.matches("\\d{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE;
  }

  /** Whether the answer was read to its end, and another may follow on the same connection. */
  boolean isWhole() {
    return whole;
  }

  private static int status(String line) throws IOException {
    String[] parts = line.split(" ");
    if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
      throw new IOException("Not an HTTP response: " + line);
    }
    try {
      return Integer.parseInt(parts[1]);
    } catch (NumberFormatException e) {
      throw new IOException("Not an HTTP response: " + line);
    }
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon).trim().toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
      }
    }
    return headers;
  }

  private String body(Map<String, String> headers) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
        for (int size = chunkSize(); size > 0 && body.size() < MOST_BODY; size = chunkSize()) {
          copy(size, body);
          line();
        }
      } else if (headers.containsKey("content-length")) {
        copy(Long.parseLong(headers.get("content-length")), body);
      } else {
        body.write(in.readNBytes(MOST_BODY));
      }
    } catch (NumberFormatException e) {
      throw new IOException("Not a length: " + e.getMessage());
    }
    return body.toString(UTF_8);
  }

  private int chunkSize() throws IOException {
    headLeft = MOST_HEAD;
    String line = line();
    int extension = line.indexOf(';');
    return Integer.parseInt((extension < 0 ? line : line.substring(0, extension)).trim(), 16);
  }

  private void copy(long length, ByteArrayOutputStream body) throws IOException {
    int wanted = (int) Math.min(length, MOST_BODY - body.size());
    byte[] bytes = in.readNBytes(wanted);
    if (bytes.length < wanted) {
      throw new EOFException("The response ends early");
    }
    body.write(bytes);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || --headLeft < 0) {
        throw new EOFException(c < 0 ? "The connection was closed without a response" : "The head of the response is too long");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
