package org.muletwilio.testkit.munit.matcher;

import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.util.List;
import java.util.function.Predicate;

/**
 * Matchers of text.
 */
public class StringMatchers {

  public Object containsString(String part) {
    return matcher("a text with '" + part + "'", text -> text.contains(part));
  }

  public Object startsWith(String start) {
    return matcher("a text that starts with '" + start + "'", text -> text.startsWith(start));
  }

  public Object endsWith(String end) {
    return matcher("a text that ends with '" + end + "'", text -> text.endsWith(end));
  }

  public Object isEmptyString() {
    return matcher("an empty text", String::isEmpty);
  }

  public Object isEmptyOrNullString() {
    return new Matcher("an empty text or null", value -> Actual.bare(value) == null || Actual.isText(value)
        && Actual.text(value).isEmpty());
  }

  public Object equalToIgnoringCase(String expected) {
    return matcher("'" + expected + "' in any case", expected::equalsIgnoreCase);
  }

  public Object equalToIgnoringWhiteSpace(String expected) {
    return matcher("'" + expected + "' with any white space", text -> pressed(text).equals(pressed(expected)));
  }

  /** As MUnit documents it, the order doesn't count. */
  public Object stringContainsInOrder(Object parts) {
    List<String> texts = Values.list(parts).stream().map(Text::of).toList();
    return matcher("a text with all of " + texts, text -> texts.stream().allMatch(text::contains));
  }

  private static String pressed(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Matcher matcher(String description, Predicate<String> condition) {
    return new Matcher(description, value -> Actual.isText(value) && condition.test(Actual.text(value)));
  }
}
