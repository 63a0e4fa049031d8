package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.util.List;
import java.util.Map;

/** Writes an object with one field as an XML document. The items of an array are elements of the same name. */
final class XmlWriter {

  private static final String TEXT = "__text";

  private final FormatOptions options;
  private final boolean indent;
  private final StringBuilder text = new StringBuilder();

  XmlWriter(FormatOptions options) {
    this.options = options;
    indent = options.is("indent", true);
  }

  String write(Object value) {
    Object bare = Content.bare(value);
    if (!(bare instanceof Map)) {
      throw new ExpressionFailedException("XML needs an object with one root, not " + Values.described(bare));
    }
    List<Field> roots = Values.object(bare).fields();
    if (roots.size() != 1 || Values.isArray(Values.plain(roots.get(0).value()))) {
      throw new ExpressionFailedException("XML needs one root, not " + roots.stream().map(Field::name).toList());
    }
    if (options.is("writeDeclaration", true)) {
      text.append("<?xml version='1.0' encoding='").append(options.encoding().name()).append("'?>").append(indent ? "\n" : "");
    }
    element(roots.get(0), 0);
    return text.toString();
  }

  private void element(Field field, int depth) {
    Object value = Content.bare(field.value());
    if (Values.isArray(value)) {
      List<?> items = Values.list(value);
      for (int i = 0; i < items.size(); i++) {
        line(i == 0 ? -1 : depth);
        element(field.with(items.get(i)), depth);
      }
      return;
    }
    text.append('<').append(field.name());
    field.attributes().forEach(this::attribute);
    boolean empty = value == null || value.equals("") || value instanceof Map<?, ?> map && map.isEmpty();
    if (empty && options.text("inlineCloseOn").filter("none"::equals).isEmpty()) {
      text.append("/>");
      return;
    }
    text.append('>');
    if (value instanceof Map) {
      children(Values.object(value), depth);
    } else {
      text.append(value == null ? "" : escaped(Text.of(value)));
    }
    text.append("</").append(field.name()).append('>');
  }

  private void children(DataObject object, int depth) {
    boolean mixed = object.first(TEXT).isPresent();
    boolean skips = options.skipsNullIn("elements");
    for (Field child : object.fields()) {
      Object value = Values.plain(child.value());
      if (child.name().equals(TEXT)) {
        text.append(escaped(Text.of(value)));
      } else if (!(skips && value == null) && !(Values.isArray(value) && Values.list(value).isEmpty())) {
        line(mixed ? -1 : depth + 1);
        element(child, depth + 1);
      }
    }
    line(mixed || object.isEmpty() ? -1 : depth);
  }

  private void attribute(String name, Object value) {
    Object bare = Values.plain(value);
    if (bare != null || !options.skipsNullIn("attributes")) {
      text.append(' ').append(name).append("=\"").append(bare == null ? "" : escaped(Text.of(bare)).replace("\"", "&quot;"))
          .append('"');
    }
  }

  /** A negative depth begins no line. */
  private void line(int depth) {
    if (indent && depth >= 0) {
      text.append('\n').append("  ".repeat(depth));
    }
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;");
  }
}
