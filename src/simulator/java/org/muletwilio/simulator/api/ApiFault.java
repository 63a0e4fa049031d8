package org.muletwilio.simulator.api;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that goes wrong with a request to the API.
 *
 * @param processed whether the request is carried out nevertheless
 * @param answer the response; empty to cut the connection
 * @param delay how long the response, or the cut, takes
 */
public record ApiFault(boolean processed, Optional<ApiAnswer> answer, Duration delay) {

  /** The request is refused with this answer. */
  public static ApiFault answer(ApiAnswer answer) {
    return new ApiFault(false, Optional.of(answer), Duration.ZERO);
  }

  /** The connection is cut before the request is carried out. */
  public static ApiFault cutBefore() {
    return new ApiFault(false, Optional.empty(), Duration.ZERO);
  }

  /** The request is carried out, but the connection is cut before the response. */
  public static ApiFault cutAfter() {
    return new ApiFault(true, Optional.empty(), Duration.ZERO);
  }

  /** The request is carried out, but there is no response for so long; then the connection is cut. */
  public static ApiFault stuck(Duration delay) {
    return new ApiFault(true, Optional.empty(), delay);
  }

  /** Reads a status such as 429, {@code cut} or {@code cut-after}. */
  public static ApiFault parse(String text) {
    return switch (text) {
      case "cut" -> cutBefore();
      case "cut-after" -> cutAfter();
      case "429" -> answer(ApiAnswer.tooManyRequests(Duration.ofSeconds(1)));
      case "500" -> answer(ApiAnswer.serverError());
      case "503" -> answer(ApiAnswer.unavailable());
      default -> answer(ApiAnswer.empty(status(Integer.parseInt(text))));
    };
  }

  private static int status(int number) {
    if (number < 200 || number > 599) {
      throw new IllegalArgumentException("No HTTP status: " + number);
    }
    return number;
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return answer.map(one -> String.valueOf(one.status())).orElse(processed ? "cut-after" : "cut");
  }
}
