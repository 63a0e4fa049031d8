package org.muletwilio.simulator.script;

import java.util.List;

/**
 * What the person on the other side of a call does.
 *
 * @param end answered, or the final status of an unanswered call: busy, no-answer or failed
 * @param answeredBy what machine detection finds, such as human or machine_start
 * @param digits what is pressed when digits are asked for, one text for each request
 * @param speech what is said when speech is asked for, one text for each request
 * @param stay how many seconds a conversation or conference lasts
 */
public record CallScript(String end, String answeredBy, List<String> digits, List<String> speech, int stay) {

  static final String ANSWERED = "answered";

  public CallScript {
    digits = List.copyOf(digits);
    speech = List.copyOf(speech);
  }

  /** The call is answered, nothing is pressed, and it lasts two seconds: the default. */
  public static CallScript answered() {
    return new CallScript(ANSWERED, "human", List.of(), List.of(), 2);
  }

  public static CallScript busy() {
    return ending("busy");
  }

  public static CallScript noAnswer() {
    return ending("no-answer");
  }

  public static CallScript failed() {
    return ending("failed");
  }

  private static CallScript ending(String end) {
    return new CallScript(end, "unknown", List.of(), List.of(), 0);
  }

  /** Presses these digits, one text for each request. */
  public CallScript presses(String... texts) {
    return new CallScript(end, answeredBy, List.of(texts), speech, stay);
  }

  /** Says these texts, one for each request for speech. */
  public CallScript says(String... texts) {
    return new CallScript(end, answeredBy, digits, List.of(texts), stay);
  }

  /** Sets what machine detection finds. */
  public CallScript answeredBy(String what) {
    return new CallScript(end, what, digits, speech, stay);
  }

  /** Sets how many seconds a conversation or conference lasts. */
  public CallScript stays(int seconds) {
    return new CallScript(end, answeredBy, digits, speech, seconds);
  }

  public boolean isAnswered() {
    return end.equals(ANSWERED);
  }

  /** Reads {@code busy}, {@code no-answer}, {@code failed}, {@code answered} or {@code answered:1,42#}. */
  public static CallScript parse(String text) {
    int colon = text.indexOf(':');
    return switch (colon < 0 ? text : text.substring(0, colon)) {
      case "busy" -> busy();
      case "no-answer" -> noAnswer();
      case "failed" -> failed();
      case ANSWERED -> colon < 0 ? answered() : answered().presses(text.substring(colon + 1).split(","));
      default -> throw new IllegalArgumentException("Not an outcome of a call: " + text);
    };
  }
}
