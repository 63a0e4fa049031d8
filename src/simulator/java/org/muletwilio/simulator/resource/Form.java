package org.muletwilio.simulator.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** The fields of a form or query, in their order, repeated names included. Immutable. */
public record Form(List<Field> fields) {

  public static final Form EMPTY = new Form(List.of());

  /** One name and its value. */
  public record Field(String name, String value) {
  }

  public Form {
    fields = List.copyOf(fields);
  }

  /** A form of the given names and values in turn. */
  public static Form of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("A name without a value");
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Form(fields);
  }

  /**
   * Reads application/x-www-form-urlencoded text.
   *
   * @throws IllegalArgumentException if an escape in it is broken
   */
  public static Form parse(String text) {
    List<Field> fields = new ArrayList<>();
    for (String pair : text.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        fields.add(new Field(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8)));
      }
    }
    return new Form(fields);
  }

  /** This form with one more field. */
  public Form with(String name, String value) {
    return plus(of(name, value));
  }

  /** This form, with one more field if there is a value for it. */
  public Form with(String name, Optional<String> value) {
    return value.map(present -> with(name, present)).orElse(this);
  }

  /** This form, followed by the other. */
  public Form plus(Form other) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(other.fields);
    return new Form(all);
  }

  /** This form, where the fields of the other replace those of the same names. */
  public Form overridden(Form other) {
    List<Field> kept = new ArrayList<>(fields);
    kept.removeIf(field -> other.first(field.name).isPresent());
    return new Form(kept).plus(other);
  }

  /** The first value of a name. */
  public Optional<String> first(String name) {
    return fields.stream().filter(field -> field.name.equals(name)).map(Field::value).findFirst();
  }

  /** The first value of a name, unless it is empty. */
  public Optional<String> filled(String name) {
    return first(name).filter(value -> !value.isEmpty());
  }

  /** All values of a name. */
  public List<String> all(String name) {
    return fields.stream().filter(field -> field.name.equals(name)).map(Field::value).toList();
  }

  /** This form as application/x-www-form-urlencoded text. */
  public String encoded() {
    StringJoiner text = new StringJoiner("&");
    for (Field field : fields) {
      text.add(URLEncoder.encode(field.name, UTF_8) + "=" + URLEncoder.encode(field.value, UTF_8));
    }
    return text.toString();
  }
}
