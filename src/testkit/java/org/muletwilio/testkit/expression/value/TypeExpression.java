package org.muletwilio.testkit.expression.value;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A type as it is written: names, of which one must fit, such as {@code String | Null}.
 *
 * @param alternatives in their order
 */
public record TypeExpression(List<Alternative> alternatives) {

  /**
   * One of them.
   *
   * @param type its name
   * @param items the type of an array's items
   * @param literal the only value that fits
   */
  public record Alternative(TypeName type, Optional<TypeExpression> items, Optional<Object> literal) {

    boolean accepts(Object value) {
      if (literal.isPresent()) {
        return Comparison.equal(literal.get(), value);
      }
      return type.accepts(value) && (items.isEmpty() || type != TypeName.ARRAY
          || Values.list(value).stream().allMatch(item -> items.get().accepts(Values.plain(item))));
    }

    @Override
    public String toString() {
      return literal.map(Values::described).orElse(type + items.map(each -> "<" + each + ">").orElse(""));
    }
  }

  public static TypeExpression of(TypeName type) {
    return new TypeExpression(List.of(new Alternative(type, Optional.empty(), Optional.empty())));
  }

  public boolean accepts(Object value) {
    return alternatives.stream().anyMatch(alternative -> alternative.accepts(value));
  }

  /** @return the first alternative's name, to which a value can be coerced */
  public TypeName first() {
    return alternatives.get(0).type();
  }

  @Override
  public String toString() {
    return alternatives.stream().map(Alternative::toString).collect(Collectors.joining(" | "));
  }
}
