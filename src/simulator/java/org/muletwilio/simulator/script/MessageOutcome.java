package org.muletwilio.simulator.script;

import java.util.List;
import java.util.Optional;

/**
 * How a message ends.
 *
 * @param statuses those that it goes through once it is sending
 * @param errorCode why it failed
 */
public record MessageOutcome(List<String> statuses, Optional<Integer> errorCode) {

  /** The error code of a failure that names none. */
  public static final int UNKNOWN_ERROR = 30008;

  public MessageOutcome {
    statuses = List.copyOf(statuses);
  }

  /** Sent, then delivered: the default. */
  public static MessageOutcome delivered() {
    return new MessageOutcome(List.of("sent", "delivered"), Optional.empty());
  }

  /** Sent, delivered, then read, as WhatsApp reports. */
  public static MessageOutcome read() {
    return new MessageOutcome(List.of("sent", "delivered", "read"), Optional.empty());
  }

  /** Sent, and no further status. */
  public static MessageOutcome sent() {
    return new MessageOutcome(List.of("sent"), Optional.empty());
  }

  /** Sent, but refused by the carrier, for example with 30003. */
  public static MessageOutcome undelivered(int errorCode) {
    return new MessageOutcome(List.of("sent", "undelivered"), Optional.of(errorCode));
  }

  /** Never sent, for example with 30007. */
  public static MessageOutcome failed(int errorCode) {
    return new MessageOutcome(List.of("failed"), Optional.of(errorCode));
  }

  /** Reads a list such as {@code failed:30003,delivered}, or {@code failed:30003x2,delivered} for two failures. */
  public static List<MessageOutcome> parseAll(String text) {
    return Outcomes.parse(text, List.of("delivered", "read", "sent", "undelivered", "failed"), MessageOutcome::parse);
  }

  /** As {@link #parseAll} reads it. */
  public static String text(List<MessageOutcome> outcomes) {
    return Outcomes.text(outcomes, MessageOutcome::text);
  }

  /** Reads {@code delivered}, {@code read}, {@code sent}, {@code undelivered:30003} or {@code failed:30007}. */
  public static MessageOutcome parse(String text) {
    int colon = text.indexOf(':');
    int code = colon < 0 ? UNKNOWN_ERROR : errorCode(text.substring(colon + 1));
    return switch (colon < 0 ? text : text.substring(0, colon)) {
      case "delivered" -> delivered();
      case "read" -> read();
      case "sent" -> sent();
      case "undelivered" -> undelivered(code);
      case "failed" -> failed(code);
      default -> throw new IllegalArgumentException(text + " is not delivered, read, sent, undelivered:30003 or failed:30007");
    };
  }

  private static int errorCode(String text) {
    if (!text.matches("[1-9]\\d{4}")) {
      throw new IllegalArgumentException(text + " is not an error code of five digits, such as 30003");
    }
    return Integer.parseInt(text);
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return statuses.get(statuses.size() - 1) + errorCode.map(code -> ":" + code).orElse("");
  }
}
