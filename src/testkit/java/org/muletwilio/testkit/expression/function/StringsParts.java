package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.lang3.StringUtils;

/** The functions of {@code dw::core::Strings} that take parts of a text, or put something around it. */
final class StringsParts {

  private StringsParts() {}

  static Library addTo(Library library) {
    return library
        .add("first", 2, arguments -> StringUtils.left(arguments.text(0), arguments.whole(1)))
        .add("last", 2, arguments -> StringUtils.right(arguments.text(0), arguments.whole(1)))
        .add("substring", 3, arguments -> StringUtils.substring(arguments.text(0), Math.max(0, arguments.whole(1)),
                                                               Math.max(0, arguments.whole(2))))
        .add("substringAfter", 2, arguments -> StringUtils.substringAfter(arguments.text(0), arguments.text(1)))
        .add("substringAfterLast", 2, arguments -> StringUtils.substringAfterLast(arguments.text(0), arguments.text(1)))
        .add("substringBefore", 2, arguments -> before(arguments, arguments.text(0).indexOf(arguments.text(1))))
        .add("substringBeforeLast", 2, arguments -> before(arguments, arguments.text(0).lastIndexOf(arguments.text(1))))
        .add("substringEvery", 2, arguments -> every(arguments.text(0), arguments.whole(1)))
        .addLambda("substringBy", StringsParts::substringBy)
        .add("withMaxSize", 2, arguments -> arguments.whole(1) <= 0 ? arguments.text(0)
            : StringUtils.left(arguments.text(0), arguments.whole(1)))
        .add("appendIfMissing", 2, arguments -> StringUtils.appendIfMissing(arguments.text(0), arguments.text(1)))
        .add("prependIfMissing", 2, arguments -> StringUtils.prependIfMissing(arguments.text(0), arguments.text(1)))
        .add("wrapWith", 2, arguments -> arguments.text(1) + arguments.text(0) + arguments.text(1))
        .add("wrapIfMissing", 2, arguments -> StringUtils.appendIfMissing(
            StringUtils.prependIfMissing(arguments.text(0), arguments.text(1)), arguments.text(1)))
        .add("unwrap", 2, arguments -> unwrapped(arguments.text(0), arguments.text(1)))
        .nullable("first", "last", "substring", "substringAfter", "substringAfterLast", "substringBefore", "substringBeforeLast",
                  "substringEvery", "substringBy", "withMaxSize", "appendIfMissing", "prependIfMissing", "wrapWith",
                  "wrapIfMissing", "unwrap");
  }

  /** Nothing stands before what isn't there. */
  private static String before(Arguments arguments, int place) {
    return place < 0 ? "" : arguments.text(0).substring(0, place);
  }

  private static List<Object> every(String text, int amount) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < text.length(); i += amount) {
      parts.add(text.substring(i, Math.min(text.length(), i + amount)));
    }
    return parts;
  }

  private static Object substringBy(Arguments arguments) {
    String text = arguments.text(0);
    List<Object> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Values.isTrue(Values.plain(arguments.function(1).call(text.substring(i, i + 1), i)))) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String unwrapped(String text, String wrapper) {
    boolean wrapped = text.length() >= 2 * wrapper.length() && text.startsWith(wrapper) && text.endsWith(wrapper);
    return wrapped ? text.substring(wrapper.length(), text.length() - wrapper.length()) : text;
  }
}
