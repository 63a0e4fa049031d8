package org.muletwilio.testkit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An expression within an attribute or an element.
 *
 * @param source without {@code #[]}
 * @param start its first character's index in the attribute or text
 */
record ExpressionText(String source, int start) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

  /** @return a text that is an expression as a whole; nothing for any other */
  static List<ExpressionText> in(String text) {
    String bare = text.strip();
    return bare.startsWith("#[") && bare.endsWith("]")
        ? List.of(new ExpressionText(bare.substring(2, bare.length() - 1), text.indexOf("#[") + 2)) : List.of();
  }

  /** @return the expressions within a text, as loggers have them */
  static List<ExpressionText> inTemplate(String text) {
    List<ExpressionText> found = new ArrayList<>();
    for (int start = text.indexOf("#["); start >= 0;) {
      int end = end(text, start + 2);
      if (end < 0) {
        return found.isEmpty() ? in(text) : found;
      }
      found.add(new ExpressionText(text.substring(start + 2, end), start + 2));
      start = text.indexOf("#[", end);
    }
    return found;
  }

  /** @return with values for what a property's placeholder may stand for: itself, a number, a name */
  List<String> variants() {
    return source.contains("${") ? List.of(source, PLACEHOLDER.matcher(source).replaceAll("0"),
                                           PLACEHOLDER.matcher(source).replaceAll("x")) : List.of(source);
  }

  /** @return the index of the bracket that closes the expression, or -1 */
  private static int end(String text, int start) {
    int depth = 1;
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\\') {
        i++;
      } else if (quote != 0) {
        quote = character == quote ? 0 : quote;
      } else if (character == '\'' || character == '"' || character == '`') {
        quote = character;
      } else if (character == '[') {
        depth++;
      } else if (character == ']' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
