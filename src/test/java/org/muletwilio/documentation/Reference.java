package org.muletwilio.documentation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Elements and attributes as docs/reference.md lists them. <code>ExtensionModelTest</code> holds that page against the extension
 * model.
 */
final class Reference {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]*) \\| (.*) \\|$");
  private static final Pattern ELEMENT = Pattern.compile("(?m)^## `twilio:([a-z-]+)`$");

  private final String text;

  Reference() {
    try {
      text = Files.readString(Path.of("docs/reference.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Stream<Attribute> attributes() {
    return ROW.matcher(text).results()
        .map(row -> new Attribute(row.group(1), row.group(3).replace("`", "").trim(), row.group(4)));
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>();
    attributes().forEach(attribute -> names.add(attribute.name()));
    return names;
  }

  /** @return the names of configs, connections, sources and operations, without the prefix */
  List<String> elements() {
    return ELEMENT.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** @return what is documented of one element */
  String section(String element) {
    String start = text.substring(text.indexOf("## `twilio:" + element + "`\n") + 3);
    int end = start.indexOf("\n## ");
    return end < 0 ? start : start.substring(0, end);
  }

  /** @return the default of a number, in the unit that its other attribute has by default */
  BigDecimal defaultOf(String name) {
    BigDecimal number = new BigDecimal(defaultText(name).orElseThrow(() -> new AssertionError(name + " has no default")));
    return defaultText(name + "Unit").map(unit -> Quantity.inUnit(number, unit)).orElse(number);
  }

  /** @return the default of the first attribute of that name that has one */
  Optional<String> defaultText(String name) {
    return attributes().filter(each -> each.name().equals(name)).map(Attribute::defaultValue).filter(each -> !each.isEmpty())
        .findFirst();
  }

  /** A row of the page. */
  record Attribute(String name, String defaultValue, String meaning) {
  }
}
