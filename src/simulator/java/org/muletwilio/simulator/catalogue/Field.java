package org.muletwilio.simulator.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter of an endpoint, or a field of what it answers.
 *
 * @param place {@code ?} for the query, {@code #} for a header, else a blank
 * @param type the first letter says what a value is: i a whole number, n a number, b true or false, e one of the words
 * @param words those that are allowed, where the type is e
 */
record Field(String name, char place, boolean required, String type, List<String> words) {

  /** @param text as the catalogue writes it: {@code name!=type@KIND}, with the place in front */
  static Field parse(String text, List<List<String>> enumerations) {
    char place = "?#".indexOf(text.charAt(0)) < 0 ? ' ' : text.charAt(0);
    int equals = text.lastIndexOf('=');
    String name = text.substring(place == ' ' ? 0 : 1, equals);
    String type = text.substring(equals + 1).replaceFirst("@.*", "");
    boolean single = type.charAt(0) == 'e' && !type.endsWith("*");
    return new Field(name.replace("!", ""), place, name.endsWith("!"), type,
                     single ? enumerations.get(Integer.parseInt(type.substring(1))) : List.of());
  }

  /** Why a text is not a value of this type, if it is not. */
  Optional<String> reasonAgainst(String value) {
    boolean fits = switch (type) {
      case "i" -> value.matches("-?\\d+");
      case "n" -> value.matches("-?\\d+(\\.\\d+)?");
      case "b" -> Set.of("true", "false").contains(value.toLowerCase(Locale.ROOT));
      default -> words.isEmpty() || words.contains(value);
    };
    return fits ? Optional.empty() : Optional.of("Invalid parameter " + name + ": " + value);
  }

  /** A text as JSON has it. */
  Object valueOf(String text) {
    return type.equals("i") && text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text)
        : type.equals("b") ? (Object) Boolean.valueOf(text) : text;
  }

  /** The name as answers write it, such as friendly_name for FriendlyName. */
  static String answered(String parameter) {
    return parameter.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").replace('.', '_').toLowerCase(Locale.ROOT);
  }
}
