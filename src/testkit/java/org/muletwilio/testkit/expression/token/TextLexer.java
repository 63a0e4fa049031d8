package org.muletwilio.testkit.expression.token;

import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Token.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text literal, with the expressions that are embedded in it: {@code $(…)} and {@code $name}. */
final class TextLexer {

  private static final Pattern NAME = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)");
  private static final Pattern DOLLARS = Pattern.compile("\\$+");

  private final String source;
  private final int start;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int position;

  TextLexer(String source, int start) {
    this.source = source;
    this.start = start;
    position = start + 1;
  }

  int end() {
    return position;
  }

  Token literal() {
    char quote = source.charAt(start);
    while (position < source.length()) {
      char c = source.charAt(position);
      if (c == quote) {
        position++;
        endPart();
        return new Token(Kind.TEXT, parts.isEmpty() || parts.get(0).isExpression() ? "" : parts.get(0).text(), start, parts);
      }
      if (c == '\\') {
        escaped();
      } else if (c == '$') {
        embedded();
      } else {
        text.append(c);
        position++;
      }
    }
    throw new ExpressionSyntaxException(source, start, "a text has no closing " + quote);
  }

  private void endPart() {
    if (text.length() > 0) {
      parts.add(new Part(text.toString(), -1));
      text.setLength(0);
    }
  }

  private void embedded() {
    if (source.startsWith("$(", position)) {
      int end = closing(position + 1);
      endPart();
      parts.add(new Part(source.substring(position + 2, end), position + 2));
      position = end + 1;
      return;
    }
    Matcher name = NAME.matcher(source).region(position, source.length());
    if (name.lookingAt()) {
      endPart();
      parts.add(new Part(name.group(1), position + 1));
      position = name.end();
      return;
    }
    Matcher dollars = DOLLARS.matcher(source).region(position, source.length());
    dollars.lookingAt();
    endPart();
    parts.add(new Part(dollars.group(), position));
    position = dollars.end();
  }

  /** The index of the parenthesis that closes the one at an index; parentheses in texts don't count. */
  private int closing(int open) {
    int depth = 0;
    char quote = 0;
    for (int i = open; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        i += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    throw new ExpressionSyntaxException(source, position, "$( has no closing )");
  }

  private void escaped() {
    if (position + 1 == source.length()) {
      throw new ExpressionSyntaxException(source, position, "nothing follows \\");
    }
    char c = source.charAt(position + 1);
    position += 2;
    switch (c) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'u' -> unicode();
      default -> text.append(c);
    }
  }

  private void unicode() {
    try {
      text.append((char) Integer.parseInt(source.substring(position, position + 4), 16));
      position += 4;
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      throw new ExpressionSyntaxException(source, position - 2, "\\u needs four hexadecimal digits");
    }
  }
}
