package org.muletwilio.simulator.catalogue;

import java.util.Locale;

/**
 * A parameter of an endpoint, or a field of a JSON body or of what is answered.
 *
 * @param place {@code ?} for the query, {@code #} for a header, else a blank
 * @param callback whether its value is a URL that Twilio calls
 */
record Field(String name, char place, boolean required, ValueType type, boolean callback) {

  /** @param text as the catalogue writes it: {@code name!=type@KIND}, with the place in front */
  static Field parse(String text) {
    char place = "?#".indexOf(text.charAt(0)) < 0 ? ' ' : text.charAt(0);
    int equals = text.lastIndexOf('=');
    int kind = text.indexOf('@', equals);
    String name = text.substring(place == ' ' ? 0 : 1, equals);
    return new Field(name.replace("!", ""), place, name.endsWith("!"),
                     ValueType.parse(text.substring(equals + 1, kind < 0 ? text.length() : kind)), kind >= 0);
  }

  /** The name as answers write it, such as friendly_name for FriendlyName. */
  static String answered(String parameter) {
    return parameter.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").replace('.', '_').toLowerCase(Locale.ROOT);
  }

  /** The same for all spellings of a name: friendlyname for FriendlyName, friendlyName and friendly_name. */
  static String canonical(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
