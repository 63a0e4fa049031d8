package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.param.Optional;

import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.Text;

/**
 * {@code MunitTools::equalTo('delivered')} and the like.
 */
public class MatcherFunctions {

  public Object nullValue() {
    return new Matcher("null", value -> value.getValue() == null);
  }

  public Object notNullValue() {
    return new Matcher("not null", value -> value.getValue() != null);
  }

  public Object equalTo(@Optional Object expected) {
    return new Matcher(described(expected), value -> Comparison.equal(expected, value));
  }

  public Object not(Object matcher) {
    return new Matcher("not " + matcher, value -> !((Matcher) matcher).matches(value));
  }

  public Object greaterThan(Object least) {
    return new Matcher("greater than " + described(least), value -> Comparison.compare(value, least) > 0);
  }

  public Object containsString(String part) {
    return new Matcher("a text with " + described(part), value -> isText(value) && Text.of(value).contains(part));
  }

  public Object startsWith(String start) {
    return new Matcher("a text that starts with " + described(start),
                       value -> isText(value) && Text.of(value).startsWith(start));
  }

  public Object endsWith(String end) {
    return new Matcher("a text that ends with " + described(end), value -> isText(value) && Text.of(value).endsWith(end));
  }

  public Object withMediaType(String mediaType) {
    return new Matcher("a value of media type " + mediaType,
                       value -> value.getDataType().getMediaType().matches(MediaType.parse(mediaType)));
  }

  private static boolean isText(TypedValue<?> value) {
    return value.getValue() != null;
  }

  private static String described(Object value) {
    return value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
  }
}
