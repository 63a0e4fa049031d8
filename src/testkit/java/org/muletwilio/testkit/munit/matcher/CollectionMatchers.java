package org.muletwilio.testkit.munit.matcher;

import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Values;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Matchers of arrays and objects. Content such as JSON is read first.
 */
public class CollectionMatchers {

  public Object everyItem(Object matcher) {
    Matcher each = Matcher.of(matcher);
    return ofArray("an array of which every item is " + each, items -> items.stream().allMatch(each::matches));
  }

  public Object hasItem(Object matcher) {
    Matcher item = Matcher.of(matcher);
    return ofArray("an array with an item that is " + item, items -> items.stream().anyMatch(item::matches));
  }

  public Object hasSize(Object matcher) {
    Matcher size = Matcher.of(matcher);
    return new Matcher("of a size that is " + size, value -> {
      Object bare = Content.bare(value);
      return bare instanceof Map<?, ?> map ? size.matches(map.size())
          : bare instanceof CharSequence text ? size.matches(text.length())
              : Values.isArray(bare) && size.matches(Values.list(bare).size());
    });
  }

  public Object isEmpty() {
    return new Matcher("an empty collection", value -> {
      Object bare = Content.bare(value);
      return bare instanceof Map<?, ?> map ? map.isEmpty() : Values.isArray(bare) && Values.list(bare).isEmpty();
    });
  }

  public Object hasKey(Object matcher) {
    Matcher key = Matcher.of(matcher);
    return ofObject("an object with a key that is " + key,
        fields -> fields.stream().anyMatch(field -> key.matches(field.name())));
  }

  public Object hasValue(Object matcher) {
    Matcher wanted = Matcher.of(matcher);
    return ofObject("an object with a value that is " + wanted,
                    fields -> fields.stream().anyMatch(field -> wanted.matches(field.value())));
  }

  private static Matcher ofArray(String description, Predicate<List<?>> condition) {
    return new Matcher(description, (TypedValue<?> value) -> {
      Object bare = Content.bare(value);
      return Values.isArray(bare) && condition.test(Values.list(bare));
    });
  }

  private static Matcher ofObject(String description, Predicate<List<Field>> condition) {
    return new Matcher(description, (TypedValue<?> value) -> {
      Object bare = Content.bare(value);
      return bare instanceof Map && condition.test(Values.object(bare).fields());
    });
  }
}
