package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of values with a line of names before them, as RFC 4180 has it. */
final class CsvFormat implements DataFormat {

  @Override
  public Set<String> options() {
    return Set.of("header", "separator", "encoding", "quoteValues");
  }

  @Override
  public Object read(byte[] content, FormatOptions options) {
    List<List<String>> rows = rows(new String(content, options.encoding()), separator(options));
    boolean header = options.is("header", true);
    List<String> names = header && !rows.isEmpty() ? rows.get(0) : List.of();
    List<Object> records = new ArrayList<>();
    for (List<String> row : rows.subList(header && !rows.isEmpty() ? 1 : 0, rows.size())) {
      List<Field> fields = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        fields.add(Field.of(i < names.size() ? names.get(i) : "column_" + i, row.get(i)));
      }
      records.add(new DataObject(fields));
    }
    return records;
  }

  @Override
  public String write(Object value, FormatOptions options) {
    List<DataObject> records = (Values.isArray(value) ? Values.list(value) : List.of(value)).stream()
        .map(each -> Values.object(Values.plain(each))).toList();
    String separator = String.valueOf(separator(options));
    StringBuilder text = new StringBuilder();
    if (options.is("header", true) && !records.isEmpty()) {
      text.append(line(records.get(0).fields().stream().map(Field::name).toList(), separator, options));
    }
    records.forEach(each -> text.append(line(each.fields().stream().map(CsvFormat::text).toList(), separator, options)));
    return text.toString();
  }

  private static char separator(FormatOptions options) {
    return options.text("separator").orElse(",").charAt(0);
  }

  private static String text(Field field) {
    Object value = Values.plain(field.value());
    return value == null ? "" : Text.of(value);
  }

  private static String line(List<String> values, String separator, FormatOptions options) {
    boolean always = options.is("quoteValues", false);
    return values.stream().map(value -> always || needsQuotes(value, separator) ? '"' + value.replace("\"", "\"\"") + '"' : value)
        .collect(Collectors.joining(separator)) + "\n";
  }

  private static boolean needsQuotes(String value, String separator) {
    return value.contains(separator) || value.contains("\"") || value.contains("\n") || value.contains("\r");
  }

  private static List<List<String>> rows(String text, char separator) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        value.append(text.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == separator || c == '\n')) {
        row.add(value.toString());
        value.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        value.append(c);
      }
    }
    if (value.length() > 0 || !row.isEmpty()) {
      row.add(value.toString());
      rows.add(row);
    }
    return rows.stream().filter(each -> IntStream.range(0, each.size()).anyMatch(i -> !each.get(i).isEmpty())).toList();
  }
}
