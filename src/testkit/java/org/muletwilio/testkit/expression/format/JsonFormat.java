package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Numbers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** JSON. Keys keep their order and may be repeated. */
final class JsonFormat implements DataFormat {

  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public Set<String> options() {
    return Set.of("indent", "encoding", "skipNullOn", "duplicateKeyAsArray", "writeAttributes", "streaming", "deferred");
  }

  @Override
  public Object read(byte[] content, FormatOptions options) {
    try (JsonParser parser = FACTORY.createParser(new String(content, options.encoding()))) {
      if (parser.nextToken() == null) {
        throw new ExpressionFailedException("Unexpected end of input: JSON needs a value");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new ExpressionFailedException("JSON goes on after its value: " + parser.getText());
      }
      return value;
    } catch (IOException e) {
      throw new ExpressionFailedException("Not JSON: " + e.getMessage().lines().findFirst().orElse(""), e);
    }
  }

  @Override
  public String write(Object value, FormatOptions options) {
    return new JsonWriter(options).write(value);
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numbers.narrowed(parser.getDecimalValue());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static DataObject object(JsonParser parser) throws IOException {
    List<Field> fields = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.add(Field.of(name, value(parser)));
    }
    return new DataObject(fields);
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }
}
