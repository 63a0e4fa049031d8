package org.muletwilio.testkit.munit.matcher;

import org.muletwilio.testkit.expression.format.DwFormat;
import org.muletwilio.testkit.expression.function.Arguments;
import org.muletwilio.testkit.expression.function.Library;
import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Those matchers of {@code dw::test::Asserts} that look at items, fields and sizes. */
final class AssertsOfCollections {

  private AssertsOfCollections() {}

  static Library addTo(Library library) {
    return library
        .add("beEmpty", 0, arguments -> Asserts.matcher("empty", value -> value == null || size(value) == 0))
        .add("haveSize", 1, AssertsOfCollections::haveSize)
        .add("contain", 1, AssertsOfCollections::contain)
        .add("eachItem", 1, arguments -> {
          FunctionValue matcher = arguments.function(0);
          return ofArray("an array of which each item is as expected",
                         items -> items.stream().allMatch(item -> Asserts.matches(matcher.call(item))));
        })
        .add("haveItem", 1, arguments -> {
          FunctionValue matcher = arguments.function(0);
          return ofArray("an array with an item as expected",
                         items -> items.stream().anyMatch(item -> Asserts.matches(matcher.call(item))));
        })
        .add("haveKey", 1, arguments -> {
          String key = arguments.text(0);
          return ofObject("an object with the key \"" + key + "\"",
              fields -> fields.stream().anyMatch(field -> field.name().equals(key)));
        })
        .add("haveValue", 1, arguments -> {
          Object wanted = arguments.at(0);
          return ofObject("an object with the value " + DwFormat.line(wanted),
                          fields -> fields.stream().anyMatch(field -> Comparison.equal(field.value(), wanted)));
        });
  }

  private static FunctionValue haveSize(Arguments arguments) {
    BigDecimal size = arguments.number(0);
    return Asserts.matcher("of the size " + size.toPlainString(),
                           value -> value != null && size.compareTo(BigDecimal.valueOf(size(value))) == 0);
  }

  private static FunctionValue contain(Arguments arguments) {
    Object part = arguments.at(0);
    return Asserts.matcher("what contains " + DwFormat.line(part),
                           value -> Asserts.isText(value) ? Text.of(value).contains(Text.of(part))
                               : Values.isArray(value)
                               && Values.list(value).stream().anyMatch(item -> Comparison.equal(item, part)));
  }

  /** @return -1 for what has no size */
  private static int size(Object value) {
    if (value instanceof Map) {
      return Values.object(value).fields().size();
    }
    return Values.isArray(value) ? Values.list(value).size() : Asserts.isText(value) ? Text.of(value).length() : -1;
  }

  private static FunctionValue ofArray(String expected, Predicate<List<?>> condition) {
    return Asserts.matcher(expected, value -> Values.isArray(value) && condition.test(Values.list(value)));
  }

  private static FunctionValue ofObject(String expected, Predicate<List<Field>> condition) {
    return Asserts.matcher(expected, value -> value instanceof Map && condition.test(Values.object(value).fields()));
  }
}
