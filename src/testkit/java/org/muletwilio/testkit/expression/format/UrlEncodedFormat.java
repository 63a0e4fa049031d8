package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Forms, as browsers and Twilio send them. */
final class UrlEncodedFormat implements DataFormat {

  @Override
  public Set<String> options() {
    return Set.of("encoding");
  }

  @Override
  public Object read(byte[] content, FormatOptions options) {
    List<Field> fields = new ArrayList<>();
    for (String pair : new String(content, options.encoding()).split("&")) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        fields.add(Field.of(URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), options.encoding()),
                            equals < 0 ? null : URLDecoder.decode(pair.substring(equals + 1), options.encoding())));
      }
    }
    return new DataObject(fields);
  }

  @Override
  public String write(Object value, FormatOptions options) {
    return Values.object(value).fields().stream().map(field -> encoded(field.name(), options)
        + "=" + (Values.plain(field.value()) == null ? "" : encoded(Text.of(field.value()), options)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text, FormatOptions options) {
    return URLEncoder.encode(text, options.encoding());
  }
}
