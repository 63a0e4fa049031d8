package org.muletwilio.testkit.mule.expression;

import org.muletwilio.testkit.mule.expression.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an expression into words.
 */
final class Lexer {

  private static final List<String> SYMBOLS =
      List.of("++", "==", "!=", "~=", "<=", ">=", ".*", "<", ">", "+", "-", "*", "/", "!", ".", ",", ":", "(", ")", "[", "]", "{",
              "}");

  private final String source;
  private int position;

  Lexer(String source) {
    this.source = source;
  }

  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    for (skipBlanks(); position < source.length(); skipBlanks()) {
      tokens.add(next());
    }
    tokens.add(new Token(Kind.END, "", position));
    return tokens;
  }

  private Token next() {
    char first = source.charAt(position);
    if (first == '\'' || first == '"' || first == '`') {
      return textLiteral(first);
    }
    if (Character.isDigit(first)) {
      return number();
    }
    if (Character.isJavaIdentifierStart(first) && first != '$') {
      return name();
    }
    for (String symbol : SYMBOLS) {
      if (source.startsWith(symbol, position)) {
        Token token = new Token(Kind.SYMBOL, symbol, position);
        position += symbol.length();
        return token;
      }
    }
    throw new ExpressionSyntaxException(source, position, "'" + first + "' isn't known");
  }

  private Token name() {
    int start = position;
    while (position < source.length() && isPartOfName()) {
      position += source.startsWith("::", position) ? 2 : 1;
    }
    return new Token(Kind.NAME, source.substring(start, position), start);
  }

  private boolean isPartOfName() {
    char c = source.charAt(position);
    return Character.isJavaIdentifierPart(c) && c != '$' || source.startsWith("::", position);
  }

  private Token number() {
    int start = position;
    while (position < source.length() && isPartOfNumber()) {
      position++;
    }
    return new Token(Kind.NUMBER, source.substring(start, position), start);
  }

  private boolean isPartOfNumber() {
    char c = source.charAt(position);
    return Character.isDigit(c)
        || c == '.' && position + 1 < source.length() && Character.isDigit(source.charAt(position + 1));
  }

  private Token textLiteral(char quote) {
    int start = position++;
    List<String> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (position < source.length()) {
      char c = source.charAt(position);
      if (c == quote) {
        position++;
        parts.add(text.toString());
        return new Token(Kind.TEXT, parts.get(0), start, parts);
      }
      if (c == '\\') {
        text.append(escaped());
      } else if (source.startsWith("$(", position)) {
        parts.add(text.toString());
        text.setLength(0);
        parts.add(embedded());
      } else {
        text.append(c);
        position++;
      }
    }
    throw new ExpressionSyntaxException(source, start, "a text has no closing " + quote);
  }

  private char escaped() {
    if (position + 1 == source.length()) {
      throw new ExpressionSyntaxException(source, position, "nothing follows \\");
    }
    char c = source.charAt(position + 1);
    position += 2;
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      default:
        return c;
    }
  }

  private String embedded() {
    int start = position + 2;
    int depth = 0;
    for (int i = position + 1; i < source.length(); i++) {
      depth += source.charAt(i) == '(' ? 1 : source.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        position = i + 1;
        return source.substring(start, i);
      }
    }
    throw new ExpressionSyntaxException(source, position, "$( has no closing )");
  }

  private void skipBlanks() {
    while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
      position++;
    }
  }
}
