package org.muletwilio.testkit.expression.token;

import org.muletwilio.testkit.expression.token.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into words. */
final class Lexer {

  private static final List<String> SYMBOLS =
      List.of("---", "->", "::", "++", "--", "==", "!=", "~=", "<=", ">=", "<~", "<<", ">>", "..", "@(", "%dw", "<", ">", "=",
              "+", "-", "*", "/", "!", "?", "~", ".", ",", ":", "(", ")", "[", "]", "{", "}", "@", "&", "^", "#", "|");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern DATE = Pattern.compile("\\|([^|\\s]+)\\|");
  private static final Pattern REGEX = Pattern.compile("/((?:[^\\\\/\\r\\n]|\\\\[^\\r\\n])+)/");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[\\w.+-]+");
  private static final Pattern DOLLARS = Pattern.compile("\\$+");
  private static final Pattern BLANKS = Pattern.compile("(?:\\s|//[^\\r\\n]*|/\\*(?s:.*?)\\*/)+");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  Lexer(String source) {
    this.source = source;
  }

  List<Token> tokens() {
    for (skipBlanks(); position < source.length(); skipBlanks()) {
      tokens.add(next());
    }
    tokens.add(new Token(Kind.END, "", position));
    return tokens;
  }

  private Token next() {
    char first = source.charAt(position);
    if (first == '\'' || first == '"' || first == '`') {
      TextLexer text = new TextLexer(source, position);
      Token token = text.literal();
      position = text.end();
      return token;
    }
    Token previous = tokens.isEmpty() ? new Token(Kind.END, "", 0) : tokens.get(tokens.size() - 1);
    if (previous.isWord("output")) {
      Matcher mediaType = at(MEDIA_TYPE);
      if (mediaType.lookingAt()) {
        return taken(Kind.MEDIA_TYPE, mediaType, 0);
      }
    }
    if (first == '|' && at(DATE).lookingAt() && operandMayStand(previous)) {
      Matcher date = at(DATE);
      date.lookingAt();
      return taken(Kind.DATE, date, 1);
    }
    if (first == '/' && operandMayStand(previous)) {
      Matcher regex = at(REGEX);
      if (regex.lookingAt()) {
        return taken(Kind.REGEX, regex, 1);
      }
    }
    return simple();
  }

  private Token simple() {
    for (Kind kind : List.of(Kind.NAME, Kind.NUMBER, Kind.DOLLARS)) {
      Matcher matcher = at(kind == Kind.NAME ? NAME : kind == Kind.NUMBER ? NUMBER : DOLLARS);
      if (matcher.lookingAt()) {
        return taken(kind, matcher, 0);
      }
    }
    for (String symbol : SYMBOLS) {
      if (source.startsWith(symbol, position)) {
        position += symbol.length();
        Token token = new Token(Kind.SYMBOL, symbol, position - symbol.length());
        return token.isJoin() ? new Token(Kind.NAME, symbol, token.position()) : token;
      }
    }
    throw new ExpressionSyntaxException(source, position, "'" + source.charAt(position) + "' isn't known");
  }

  /** After an operand / divides and | joins types, unless that operand is a function between two operands, such as splitBy. */
  private boolean operandMayStand(Token previous) {
    if (!previous.endsOperand()) {
      return true;
    }
    Token before = tokens.size() < 2 ? new Token(Kind.END, "", 0) : tokens.get(tokens.size() - 2);
    return previous.kind() == Kind.NAME && before.endsOperand();
  }

  private Matcher at(Pattern pattern) {
    return pattern.matcher(source).region(position, source.length());
  }

  private Token taken(Kind kind, Matcher found, int group) {
    Token token = new Token(kind, found.group(group), position);
    position = found.end();
    return token;
  }

  private void skipBlanks() {
    Matcher blanks = at(BLANKS);
    if (blanks.lookingAt()) {
      position = blanks.end();
    }
  }
}
