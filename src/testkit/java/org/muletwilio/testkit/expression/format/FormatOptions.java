package org.muletwilio.testkit.expression.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.expression.value.Text;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * The options of reading or writing, as they stand behind {@code output <media type>}.
 *
 * @param values by their names
 */
public record FormatOptions(Map<String, ?> values) {

  public static final FormatOptions NONE = new FormatOptions(Map.of());

  public FormatOptions {
    values = Map.copyOf(values);
  }

  public Charset encoding() {
    return text("encoding").map(Charset::forName).orElse(UTF_8);
  }

  boolean is(String name, boolean otherwise) {
    return text(name).map(Boolean::valueOf).orElse(otherwise);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Text::of);
  }

  /** @return whether {@code skipNullOn} names this kind of structure */
  boolean skipsNullIn(String structure) {
    return text("skipNullOn").filter(where -> where.equals("everywhere") || where.equals(structure)).isPresent();
  }
}
