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

  /** Reads {@code delivered}, {@code read}, {@code sent}, {@code undelivered:30003} or {@code failed:30007}. */
  public static MessageOutcome parse(String text) {
    int colon = text.indexOf(':');
    int code = colon < 0 ? 30008 : Integer.parseInt(text.substring(colon + 1));
    return switch (colon < 0 ? text : text.substring(0, colon)) {
      case "delivered" -> delivered();
      case "read" -> read();
      case "sent" -> sent();
      case "undelivered" -> undelivered(code);
      case "failed" -> failed(code);
      default -> throw new IllegalArgumentException("Not an outcome of a message: " + text);
    };
  }
}
