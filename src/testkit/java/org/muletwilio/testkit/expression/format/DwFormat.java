package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Temporals;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as the language itself writes them. Reading is done by those who can evaluate a script. */
public final class DwFormat implements DataFormat {

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  @Override
  public Set<String> options() {
    return Set.of("indent", "encoding");
  }

  @Override
  public Object read(byte[] content, FormatOptions options) {
    throw new ExpressionFailedException("application/dw is read by evaluating it");
  }

  @Override
  public String write(Object value, FormatOptions options) {
    return written(value, options.is("indent", true), 0);
  }

  /** @return a value in one line, for the log */
  public static String line(Object value) {
    return written(value, false, 0);
  }

  private static String written(Object value, boolean indent, int depth) {
    Object bare = Content.bare(value);
    if (bare instanceof Map) {
      return object(Values.object(bare), indent, depth);
    }
    if (Values.isArray(bare)) {
      return block("[", Values.list(bare), item -> written(item, indent, depth + 1), "]", indent, depth);
    }
    if (bare instanceof Pattern regex) {
      return "/" + regex + "/";
    }
    if (Temporals.isTime(bare)) {
      return "|" + Text.of(bare) + "|";
    }
    return TypeName.STRING.accepts(bare) || TypeName.BINARY.accepts(bare) ? quoted(Text.of(bare)) : other(bare);
  }

  private static String other(Object value) {
    boolean simple = value == null || value instanceof Number || value instanceof Boolean;
    return value instanceof BigDecimal number ? number.toPlainString() : simple ? Text.of(value) : value.toString();
  }

  private static String object(DataObject object, boolean indent, int depth) {
    return block("{", object.fields(), field -> key(field) + ": " + written(field.value(), indent, depth + 1), "}", indent,
                 depth);
  }

  private static <T> String block(String start, List<? extends T> parts, Function<T, String> text, String end, boolean indent,
                                  int depth) {
    if (parts.isEmpty()) {
      return start + end;
    }
    String line = indent ? "\n" + "  ".repeat(depth + 1) : "";
    return parts.stream().map(part -> line + text.apply(part)).collect(Collectors.joining(indent ? "," : ", ", start, ""))
        + (indent ? "\n" + "  ".repeat(depth) : "") + end;
  }

  private static String key(Field field) {
    String name = PLAIN_KEY.matcher(field.name()).matches() ? field.name() : quoted(field.name());
    return field.attributes().isEmpty() ? name : name + " @" + field.attributes().entrySet().stream()
        .map(each -> each.getKey() + ": " + written(each.getValue(), false, 0)).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
        .replace("$", "\\$") + '"';
  }
}
