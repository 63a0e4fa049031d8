package org.muletwilio.testkit.expression.function;

import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.lang3.StringUtils;

/** {@code dw::core::Strings}. */
final class StringsLibrary {

  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");
  private static final Pattern RUNS = Pattern.compile("(.)\\1*", Pattern.DOTALL);

  private StringsLibrary() {}

  static Library library() {
    return StringsParts.addTo(new Library("dw::core::Strings"))
        .add("capitalize", 1, arguments -> capitalized(arguments.text(0)))
        .add("camelize", 1, arguments -> camelized(arguments.text(0)))
        .add("dasherize", 1, arguments -> String.join("-", wordsOf(arguments.text(0))))
        .add("underscore", 1, arguments -> String.join("_", wordsOf(arguments.text(0))))
        .add("ordinalize", 1, arguments -> ordinalized(arguments.whole(0)))
        .add("charCode", 1, arguments -> arguments.text(0).codePointAt(0))
        .add("charCodeAt", 2, arguments -> (int) arguments.text(0).charAt(arguments.whole(1)))
        .add("fromCharCode", 1, arguments -> Character.toString(arguments.whole(0)))
        .add("isAlpha", 1, arguments -> all(arguments.text(0), Character::isLetter))
        .add("isAlphanumeric", 1, arguments -> all(arguments.text(0), Character::isLetterOrDigit))
        .add("isNumeric", 1, arguments -> all(arguments.text(0), Character::isDigit))
        .add("isLowerCase", 1, arguments -> all(arguments.text(0), Character::isLowerCase))
        .add("isUpperCase", 1, arguments -> all(arguments.text(0), Character::isUpperCase))
        .add("isWhitespace", 1, arguments -> arguments.text(0).isBlank())
        .add("leftPad", 2, 3, arguments -> StringUtils.leftPad(arguments.text(0), arguments.whole(1), arguments.text(2, " ")))
        .add("rightPad", 2, 3, arguments -> StringUtils.rightPad(arguments.text(0), arguments.whole(1), arguments.text(2, " ")))
        .add("repeat", 2, arguments -> arguments.text(0).repeat(Math.max(0, arguments.whole(1))))
        .add("reverse", 1, arguments -> StringUtils.reverse(arguments.text(0)))
        .add("replaceAll", 3, arguments -> arguments.text(0).replace(arguments.text(1), arguments.text(2)))
        .add("remove", 2, arguments -> StringUtils.remove(arguments.text(0), arguments.text(1)))
        .add("lines", 1, arguments -> list(arguments.text(0).lines()))
        .add("words", 1, arguments -> list(Arrays.stream(arguments.text(0).strip().split("\\s+"))))
        .add("collapse", 1, arguments -> list(RUNS.matcher(arguments.text(0)).results().map(found -> found.group())))
        .add("countMatches", 2, arguments -> (int) CoreText.pattern(arguments, 1).matcher(arguments.text(0)).results().count())
        .addLambda("countCharactersBy", arguments -> (int) characters(arguments).filter(each -> holds(arguments, each)).count())
        .addLambda("mapString", StringsLibrary::mapString)
        .nullable("capitalize", "camelize", "dasherize", "underscore", "ordinalize", "charCode", "charCodeAt", "fromCharCode",
                  "leftPad", "rightPad", "repeat", "reverse", "replaceAll", "remove", "lines", "words", "collapse",
                  "countMatches", "countCharactersBy", "mapString")
        .onNull(false, "isAlpha", "isAlphanumeric", "isNumeric", "isLowerCase", "isUpperCase", "isWhitespace")
        .addLambda("everyCharacter", arguments -> characters(arguments).allMatch(each -> holds(arguments, each)))
        .onNull(true, "everyCharacter")
        .addLambda("someCharacter", arguments -> characters(arguments).anyMatch(each -> holds(arguments, each)))
        .onNull(false, "someCharacter");
  }

  static List<Object> list(Stream<String> texts) {
    return texts.collect(Collectors.toCollection(ArrayList::new));
  }

  private static String capitalized(String text) {
    return wordsOf(text).stream().map(StringUtils::capitalize).collect(Collectors.joining(" "));
  }

  private static String camelized(String text) {
    String joined = Arrays.stream(text.split("_")).filter(part -> !part.isEmpty()).map(StringUtils::capitalize)
        .collect(Collectors.joining());
    return StringUtils.uncapitalize(joined);
  }

  /** The words of a text, in lower case. */
  private static List<String> wordsOf(String text) {
    return BETWEEN_WORDS.splitAsStream(text).flatMap(CAMEL::splitAsStream).filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private static String ordinalized(int number) {
    int tens = Math.abs(number) % 100;
    String ending = tens >= 11 && tens <= 13 ? "th" : switch (tens % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
    return number + ending;
  }

  private static boolean all(String text, IntPredicate condition) {
    return !text.isEmpty() && text.codePoints().allMatch(condition);
  }

  private static Stream<String> characters(Arguments arguments) {
    return arguments.text(0).codePoints().mapToObj(Character::toString);
  }

  private static boolean holds(Arguments arguments, String character) {
    return Values.isTrue(Values.plain(arguments.function(1).call(character)));
  }

  private static Object mapString(Arguments arguments) {
    List<String> all = characters(arguments).toList();
    StringBuilder mapped = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      mapped.append(Text.of(arguments.function(1).call(all.get(i), i)));
    }
    return mapped.toString();
  }
}
