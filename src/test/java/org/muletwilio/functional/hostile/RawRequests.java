package org.muletwilio.functional.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bytes that are no proper callback, of every kind that has broken HTTP servers. None of them may run a flow. */
final class RawRequests {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String BODY = "MessageSid=SMforged&MessageStatus=forged";
  private static final List<String> VERSIONS = List.of("HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "http/1.1",
      "HTTP/", "");
  private static final List<String> METHODS = List.of("POST", "GET", "PUT", "post", "P\0ST", "", "CONNECT", "TRACE",
      "X".repeat(9000));
  private static final List<String> LENGTHS = List.of("-1", "+40", "0x28", "40, 40", "40,41", "99999999999999999999", "65537",
      "abc", "",
      "4294967336", "40\r\nContent-Length: 41", "40\r\nContent-Length: 40", "0\r\nTransfer-Encoding: chunked", "39", "41");
  private static final List<String> CHUNKS = List.of("28\r\n" + BODY + "\r\n0\r\n\r\n", "28;x=y\r\n" + BODY
      + "\r\n0\r\nX: y\r\n\r\n",
      "zz\r\n" + BODY + "\r\n0\r\n\r\n", "-1\r\n" + BODY, "FFFFFFFFFFFFFFFF\r\n" + BODY, "7FFFFFFF\r\n" + BODY, "28\n" + BODY
          + "\n0\n\n",
      "0\r\n\r\n" + BODY, "1\r\n", "28\r\n" + BODY + "XX0\r\n\r\n", "0".repeat(9000) + "28\r\n" + BODY + "\r\n0\r\n\r\n");
  private static final List<String> ENCODINGS = List.of("chunked", "Chunked", "identity", "gzip, chunked", "chunked, identity",
      "xchunked",
      " chunked", "chunked\r\nTransfer-Encoding: identity");
  private static final List<String> HEADERS = List.of("Expect: 100-continue\r\n", "Expect: 200-fine\r\n",
      "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n",
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
      "NoColon\r\n", ": nameless\r\n", " folded\r\n", "X: a\r\n b\r\n", "X\0Y: z\r\n", "X: \0\r\n", "X: é\r\n", "X:"
          + "y".repeat(20_000) + "\r\n",
      "A: b\r\n".repeat(500), "Host: y\r\nHost: z\r\n", "X-Twilio-Signature: one\r\nX-Twilio-Signature: two\r\n",
          "Content-Encoding: gzip\r\n",
      "Content-Type: multipart/form-data; boundary=x\r\n", "Content-Type: application/json\r\n", "Range: bytes=0-\r\n", "X: y\n",
          "X: y\r");

  private final URI uri;
  private final String signature;
  private final Random random;

  /**
   * @param signedUrl a callback's address as it was signed
   * @param signature made with the account's own token, but for other fields than are sent here
   */
  RawRequests(String signedUrl, String signature, Random random) {
    this.uri = URI.create(signedUrl);
    this.signature = signature;
    this.random = random;
  }

  byte[] next() {
    switch (random.nextInt(10)) {
      case 0:
        return noise();
      case 1:
        return bytes(request(pick(METHODS), target(), pick(VERSIONS), "", "Content-Length: 40\r\n", BODY));
      case 2:
        return bytes(request("POST", pick(targets()), "HTTP/1.1", "", "Content-Length: 40\r\n", BODY));
      case 3:
        return bytes(request("POST", target(), "HTTP/1.1", "", "Content-Length: " + pick(LENGTHS) + "\r\n", BODY));
      case 4:
        return bytes(request("POST", target(), "HTTP/1.1", "", "Transfer-Encoding: " + pick(ENCODINGS) + "\r\n", pick(CHUNKS)));
      case 5:
        return bytes(request("POST", target(), "HTTP/1.1", "", "Transfer-Encoding: chunked\r\nContent-Length: " + pick(LENGTHS)
            + "\r\n",
                             pick(CHUNKS)));
      case 6:
        return bytes(request("POST", target(), "HTTP/1.1", pick(HEADERS) + pick(HEADERS), "Content-Length: 40\r\n", BODY));
      case 7:
        return bytes(request("POST", target(), "HTTP/1.1", "", "", "").repeat(1 + random.nextInt(20)));
      case 8:
        return cut(bytes(request("POST", target(), "HTTP/1.1", "", "Content-Length: 40\r\n", BODY)));
      default:
        return mutated(bytes(request("POST", target(), "HTTP/1.1", pick(HEADERS), "Content-Length: 40\r\n", BODY)));
    }
  }

  private String request(String method, String target, String version, String headers, String length, String body) {
    return method + " " + target + " " + version + "\r\nHost: x\r\n" + headers + FORM + "X-Twilio-Signature: " + signature
        + "\r\n" + length
        + "\r\n" + body;
  }

  private String target() {
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private List<String> targets() {
    String path = uri.getRawPath();
    return List.of("http://127.0.0.1" + target(), "http://other.example.com" + target(), "//other" + target(), "*", "/", "",
        path + "/../" + path, "/." + target(), path.replace("/", "//"), path.replace("/", "%2F"), path.replace("status",
            "st%61tus"),
        path.replace("status", "st%00tus"), path + ";x=y?" + uri.getRawQuery(), path + "%", path + "%zz", path + "?%zz", path
            + "?context=%zz",
        path + "?context=~zz", target() + "#x", target() + "&" + "x=".repeat(9000), path + "/" + "y".repeat(70_000), path + " x",
            "x:y", "?",
        path + "?" + uri.getRawQuery() + "\0", path.toUpperCase(), path + "\\", "/twilio/callbacks/Twilio/" + "/".repeat(300));
  }

  private byte[] noise() {
    byte[][] known = {bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"), bytes("\26\3\1\0\310\1\0\0\304\3\3"
        + "x".repeat(195)),
        bytes("\r\n\r\n\r\n"), bytes("\n"), bytes("GET"), new byte[20_000], bytes("POST\r\n"), bytes("\r\nPOST " + target()
            + "\r\n\r\n")};
    int index = random.nextInt(known.length + 3);
    if (index < known.length) {
      return known[index];
    }
    byte[] noise = new byte[random.nextInt(3000)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] cut(byte[] all) {
    return Arrays.copyOf(all, random.nextInt(all.length));
  }

  private byte[] mutated(byte[] all) {
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      all[random.nextInt(all.length)] = (byte) random.nextInt(256);
    }
    return all;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
