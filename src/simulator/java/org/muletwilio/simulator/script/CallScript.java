package org.muletwilio.simulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the person on the other side of a call does.
 *
 * @param end answered, attended, or the final status of an unanswered call: busy, no-answer or failed
 * @param answeredBy what machine detection finds, such as human or machine_start
 * @param digits what is pressed when digits are asked for, one text for each request
 * @param speech what is said when speech is asked for, one text for each request
 * @param stay how many seconds a conversation or conference lasts; if empty, a conversation lasts two seconds, and a
 *     conference until somebody ends it
 */
public record CallScript(String end, String answeredBy, List<String> digits, List<String> speech, OptionalInt stay) {

  static final String ANSWERED = "answered";
  static final String ATTENDED = "attended";

  private static final int CONVERSATION = 2;

  public CallScript {
    digits = List.copyOf(digits);
    speech = List.copyOf(speech);
  }

  /** The call is answered, nothing is pressed, and it lasts two seconds: the default. */
  public static CallScript answered() {
    return new CallScript(ANSWERED, "human", List.of(), List.of(), OptionalInt.empty());
  }

  /** The phone rings until a person answers it on the page; a second of such a call lasts a second. */
  public static CallScript attended() {
    return new CallScript(ATTENDED, "human", List.of(), List.of(), OptionalInt.empty());
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
    return new CallScript(end, "unknown", List.of(), List.of(), OptionalInt.empty());
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
    return new CallScript(end, answeredBy, digits, speech, OptionalInt.of(seconds));
  }

  /** Whether somebody picks up, by itself or on the page. */
  public boolean isAnswered() {
    return end.equals(ANSWERED) || isAttended();
  }

  /** Whether a person answers it, presses keys and speaks on the page. */
  public boolean isAttended() {
    return end.equals(ATTENDED);
  }

  /** For how many seconds somebody talks. */
  public int conversation() {
    return stay.orElse(CONVERSATION);
  }

  /** Reads a list such as {@code busy,answered:1,42#}. */
  public static List<CallScript> parseAll(String text) {
    return Outcomes.parse(text, List.of("busy", "no-answer", "failed", ANSWERED, ATTENDED), CallScript::parse);
  }

  /** As {@link #parseAll} reads it. */
  public static String text(List<CallScript> scripts) {
    return Outcomes.text(scripts, CallScript::text);
  }

  /**
   * Reads {@code busy}, {@code no-answer}, {@code failed}, {@code attended}, {@code answered} or {@code answered:1,42#}; what
   * doesn't consist of keys is said.
   */
  public static CallScript parse(String text) {
    int colon = text.indexOf(':');
    return switch (colon < 0 ? text : text.substring(0, colon)) {
      case "busy" -> busy();
      case "no-answer" -> noAnswer();
      case "failed" -> failed();
      case ATTENDED -> attended();
      case ANSWERED -> colon < 0 ? answered() : answering(List.of(text.substring(colon + 1).split(",")));
      default -> throw new IllegalArgumentException(text + " is not busy, no-answer, failed, attended, answered or "
          + "answered:1,42");
    };
  }

  private static CallScript answering(List<String> inputs) {
    return answered().presses(inputs.stream().filter(CallScript::isKeys).toArray(String[]::new))
        .says(inputs.stream().filter(input -> !isKeys(input)).toArray(String[]::new));
  }

  /** Whether a text can be pressed on a phone. */
  public static boolean isKeys(String text) {
    return text.matches("[0-9*#]+");
  }

  /** As {@link #parse} reads it. */
  public String text() {
    List<String> inputs = new ArrayList<>(digits);
    inputs.addAll(speech);
    return end + (inputs.isEmpty() ? "" : ":" + String.join(",", inputs));
  }
}
