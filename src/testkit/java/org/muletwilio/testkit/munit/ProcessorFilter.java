package org.muletwilio.testkit.munit;

import org.muletwilio.testkit.expression.value.Text;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which calls of processors are meant: by namespace and name, a regular expression, and by attributes.
 */
public final class ProcessorFilter {

  private final String processor;
  private final Pattern pattern;
  private final Map<String, String> attributes;

  /**
   * @param attributes values as text, by attributes' names
   */
  public ProcessorFilter(String processor, Map<String, String> attributes) {
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

  private static boolean accepts(String expected, Object actual) {
    return actual != null && expected.equals(Text.of(actual));
  }

  @Override
  public String toString() {
    return processor + (attributes.isEmpty() ? "" : " with " + attributes);
  }
}
