package org.muletwilio.testkit.munit.matcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;

import java.nio.charset.Charset;

/**
 * Matchers of any value, and those that combine others.
 */
public class CoreMatchers {

  public Object nullValue() {
    return new Matcher("null", value -> Actual.bare(value) == null);
  }

  public Object notNullValue() {
    return new Matcher("not null", value -> Actual.bare(value) != null);
  }

  public Object equalTo(@Optional Object expected) {
    return Matcher.of(expected);
  }

  public Object withMediaType(String mediaType) {
    return new Matcher("a value of media type " + mediaType,
                       value -> value.getDataType().getMediaType().matches(MediaType.parse(mediaType)));
  }

  public Object withEncoding(String encoding) {
    return new Matcher("a value in " + encoding,
                       value -> value.getDataType().getMediaType().getCharset().orElse(UTF_8).equals(Charset.forName(encoding)));
  }

  public Object not(Object matcher) {
    Matcher other = Matcher.of(matcher);
    return new Matcher("not " + other, value -> !other.matches(value));
  }

  public Object both(Object first, Object second) {
    Matcher one = Matcher.of(first);
    Matcher two = Matcher.of(second);
    return new Matcher(one + " and " + two, value -> one.matches(value) && two.matches(value));
  }

  public Object either(Object first, Object second) {
    Matcher one = Matcher.of(first);
    Matcher two = Matcher.of(second);
    return new Matcher(one + " or " + two, value -> one.matches(value) || two.matches(value));
  }

  public Object anyOf(Object matchers) {
    var all = Matcher.list(matchers);
    return new Matcher("any of " + all, value -> all.stream().anyMatch(each -> each.matches(value)));
  }

  public Object allOf(Object matchers) {
    var all = Matcher.list(matchers);
    return new Matcher("all of " + all, value -> all.stream().allMatch(each -> each.matches(value)));
  }
}
