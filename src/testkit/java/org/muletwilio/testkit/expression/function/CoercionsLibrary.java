package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.value.Coercion;
import org.muletwilio.testkit.expression.value.TypeName;

import java.util.HashMap;
import java.util.Map;

/** {@code dw::util::Coercions}: what {@code as} does, as functions. */
final class CoercionsLibrary {

  private CoercionsLibrary() {}

  static Library library() {
    return new Library("dw::util::Coercions")
        .add("toBoolean", 1, arguments -> to(TypeName.BOOLEAN, arguments))
        .add("toNumber", 1, 3, arguments -> to(TypeName.NUMBER, arguments, arguments.isText(0) ? "format" : "unit", "locale"))
        .add("toString", 1, 4, arguments -> to(TypeName.STRING, arguments, TypeName.BINARY.accepts(arguments.at(0))
            ? "encoding" : "format", "locale", "roundMode"))
        .add("toDate", 1, 3, arguments -> to(TypeName.DATE, arguments, "format", "locale"))
        .add("toDateTime", 1, 3, arguments -> to(TypeName.DATE_TIME, arguments, arguments.isText(0) ? "format" : "unit",
                                                 "locale"))
        .add("toLocalDateTime", 1, 3, arguments -> to(TypeName.LOCAL_DATE_TIME, arguments, "format", "locale"))
        .add("toLocalTime", 1, 3, arguments -> to(TypeName.LOCAL_TIME, arguments, "format", "locale"))
        .add("toTime", 1, 3, arguments -> to(TypeName.TIME, arguments, "format", "locale"))
        .add("toTimeZone", 1, arguments -> to(TypeName.TIME_ZONE, arguments))
        .add("toPeriod", 1, arguments -> to(TypeName.PERIOD, arguments))
        .add("toRegex", 1, arguments -> to(TypeName.REGEX, arguments))
        .add("toUri", 1, arguments -> to(TypeName.URI, arguments))
        .add("toBinary", 2, arguments -> to(TypeName.BINARY, arguments, "encoding"))
        .add("toArray", 1, arguments -> StringsLibrary.list(arguments.text(0).codePoints().mapToObj(Character::toString)));
  }

  /**
   * @param options the names of the options that the further arguments are
   */
  private static Object to(TypeName type, Arguments arguments, String... options) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < options.length; i++) {
      String option = options[i];
      arguments.optionalText(i + 1).ifPresent(value -> values.put(option, value));
    }
    return Coercion.to(type, arguments.at(0), values);
  }
}
