package org.muletwilio.testkit.munit.interception;

import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;
import org.muletwilio.testkit.munit.matcher.Matcher;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which calls of processors are meant: by namespace and name, a regular expression, and by attributes.
 */
public final class ProcessorFilter {

  private final String processor;
  private final String described;
  private final Pattern pattern;
  private final Map<String, Object> attributes;

  /**
   * @param attributes values or matchers, by attributes' names
   */
  public ProcessorFilter(String processor, Map<String, Object> attributes) {
    this.processor = processor.contains(":") ? processor : "mule:" + processor;
    this.attributes = attributes;
    described = processor;
    pattern = Pattern.compile(this.processor);
  }

  /** @return namespace and name, or the regular expression */
  String processor() {
    return processor;
  }

  boolean accepts(ProcessorCall call) {
    return pattern.matcher(call.processor()).matches()
        && attributes.entrySet().stream().allMatch(each -> accepts(each.getValue(), call.attributes().get(each.getKey())));
  }

  int attributeCount() {
    return attributes.size();
  }

  private static boolean accepts(Object expected, Object actual) {
    if (expected instanceof Matcher matcher) {
      return matcher.matches(actual instanceof TypedValue<?> typed ? typed : TypedValue.of(actual));
    }
    Object plain = Values.plain(actual);
    boolean simple = plain != null && !(plain instanceof Map) && !Values.isArray(plain);
    return Comparison.equal(expected, actual) || simple && expected != null && Text.of(plain).equals(String.valueOf(expected));
  }

  @Override
  public String toString() {
    return described + (attributes.isEmpty() ? "" : " with " + attributes);
  }
}
