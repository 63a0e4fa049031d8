package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Writes one value as JSON, by default with an indent of two blanks. */
final class JsonWriter {

  private final FormatOptions options;
  private final boolean indent;
  private final StringBuilder text = new StringBuilder();

  JsonWriter(FormatOptions options) {
    this.options = options;
    indent = options.is("indent", true);
  }

  String write(Object value) {
    value(value, 0);
    return text.toString();
  }

  private void value(Object value, int depth) {
    Object bare = Content.bare(value);
    if (bare instanceof Map) {
      object(Values.object(bare), depth);
    } else if (Values.isArray(bare)) {
      array(Values.list(bare), depth);
    } else if (bare == null || bare instanceof Number || bare instanceof Boolean) {
      text.append(bare == null ? "null" : bare instanceof BigDecimal number ? number.toPlainString() : Text.of(bare));
    } else {
      Beans.fieldsOf(bare).ifPresentOrElse(bean -> object(bean, depth), () -> string(Text.of(bare)));
    }
  }

  private void object(DataObject object, int depth) {
    List<Field> fields = fields(object);
    text.append('{');
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ",");
      line(depth + 1);
      string(fields.get(i).name());
      text.append(indent ? ": " : ":");
      value(fields.get(i).value(), depth + 1);
    }
    end(fields.isEmpty(), depth);
    text.append('}');
  }

  private void array(List<?> items, int depth) {
    boolean skips = options.skipsNullIn("arrays");
    List<?> written = items.stream().filter(item -> !skips || Values.plain(item) != null).toList();
    text.append('[');
    for (int i = 0; i < written.size(); i++) {
      text.append(i == 0 ? "" : ",");
      line(depth + 1);
      value(written.get(i), depth + 1);
    }
    end(written.isEmpty(), depth);
    text.append(']');
  }

  private List<Field> fields(DataObject object) {
    boolean skips = options.skipsNullIn("objects");
    List<Field> fields = new ArrayList<>(object.fields());
    fields.removeIf(field -> skips && Values.plain(field.value()) == null);
    if (options.is("writeAttributes", false)) {
      fields.replaceAll(JsonWriter::withAttributes);
    }
    return options.is("duplicateKeyAsArray", false) ? merged(fields) : fields;
  }

  private static Field withAttributes(Field field) {
    List<Field> all = new ArrayList<>();
    field.attributes().forEach((name, value) -> all.add(Field.of("@" + name, value)));
    if (all.isEmpty()) {
      return field;
    }
    Object value = Values.plain(field.value());
    all.addAll(value instanceof Map ? Values.object(value).fields() : List.of(Field.of("__text", value)));
    return Field.of(field.name(), new DataObject(all));
  }

  private static List<Field> merged(List<Field> fields) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    fields.forEach(field -> values.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field.value()));
    return values.entrySet().stream().map(entry -> Field.of(entry.getKey(), entry.getValue().size() == 1
        ? entry.getValue().get(0) : entry.getValue())).toList();
  }

  /** An empty structure has an empty line in it, as DataWeave writes it. */
  private void end(boolean empty, int depth) {
    if (empty) {
      line(depth + 1);
    }
    line(depth);
  }

  private void line(int depth) {
    if (indent) {
      text.append('\n').append("  ".repeat(depth));
    }
  }

  private void string(String value) {
    text.append('"').append(JsonStringEncoder.getInstance().quoteAsString(value)).append('"');
  }
}
