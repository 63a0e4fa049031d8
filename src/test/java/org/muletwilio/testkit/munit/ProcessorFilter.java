package org.muletwilio.testkit.munit;

import java.util.Map;
import java.util.regex.Pattern;

import org.mule.runtime.api.metadata.TypedValue;
import org.muletwilio.testkit.munit.tools.Matcher;
import org.muletwilio.testkit.mule.expression.Operators;

/**
 * Which calls of processors are meant: by namespace and name, a regular expression, and by attributes.
 */
public final class ProcessorFilter {

  private final String processor;
  private final Pattern pattern;
  private final Map<String, Object> attributes;

  /**
   * @param attributes values, or {@link Matcher}s of them, by attributes' names
   */
  public ProcessorFilter(String processor, Map<String, Object> attributes) {
    this.processor = processor;
    this.attributes = attributes;
    pattern = Pattern.compile(processor.contains(":") ? processor : "mule:" + processor);
  }

  boolean accepts(ProcessorCall call) {
    return pattern.matcher(call.processor()).matches()
        && attributes.entrySet().stream().allMatch(each -> accepts(each.getValue(), call.attributes().get(each.getKey())));
  }

  int attributeCount() {
    return attributes.size();
  }

  private static boolean accepts(Object expected, Object actual) {
    if (expected instanceof Matcher) {
      return ((Matcher) expected).matches(TypedValue.of(actual));
    }
    return Operators.areEqual(expected, actual) || expected != null && actual != null && Operators.areSimilar(expected, actual);
  }

  @Override
  public String toString() {
    return processor + (attributes.isEmpty() ? "" : " with " + attributes);
  }
}
