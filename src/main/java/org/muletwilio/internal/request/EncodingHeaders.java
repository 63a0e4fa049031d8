package org.muletwilio.internal.request;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The headers for compressed bodies, which some operations take as parameters. Gzip is what the connector reads and writes. */
final class EncodingHeaders {

  /** A coding with its weight. */
  private static final Pattern READ = Pattern.compile("(?i)(?:gzip|identity)(?:\\s*;\\s*q=[01](?:\\.\\d{0,3})?)?");

  private EncodingHeaders() {}

  /**
   * @param header the name of a header
   * @param value its value
   * @return why the connector can't send it, or empty where it can
   */
  static Optional<String> reasonAgainst(String header, String value) {
    if (header.equals("Accept-Encoding")
        && !Stream.of(value.split(",", -1)).allMatch(each -> READ.matcher(each.trim()).matches())) {
      return Optional.of("the connector reads answers in gzip and identity alone");
    }
    if (header.equals("Content-Encoding") && !value.equals("gzip")) {
      return Optional.of("the connector compresses requests with gzip alone");
    }
    return Optional.empty();
  }
}
