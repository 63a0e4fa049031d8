package org.muletwilio.testkit.expression.token;

import org.muletwilio.testkit.expression.token.Token.Kind;

import java.util.List;

/** The words of a script, and the place up to which they have been read. */
public final class Tokens {

  private final String source;
  private final int offset;
  private final List<Token> tokens;
  private int place;

  /**
   * @param offset where the source begins in the whole script, for what is embedded in a text
   */
  public Tokens(String source, int offset) {
    this.source = source;
    this.offset = offset;
    tokens = new Lexer(source).tokens();
  }

  public Token current() {
    return ahead(0);
  }

  /** @return the word that many places ahead */
  public Token ahead(int places) {
    return tokens.get(Math.min(place + places, tokens.size() - 1));
  }

  public Token take() {
    Token token = current();
    place++;
    return token;
  }

  public boolean takes(String symbol) {
    boolean found = current().isSymbol(symbol);
    place += found ? 1 : 0;
    return found;
  }

  public boolean takesWord(String word) {
    boolean found = current().isWord(word);
    place += found ? 1 : 0;
    return found;
  }

  public void expect(String symbol) {
    if (!takes(symbol)) {
      throw unexpected("'" + symbol + "' is missing");
    }
  }

  public void expectWord(String word) {
    if (!takesWord(word)) {
      throw unexpected("'" + word + "' is missing");
    }
  }

  public String name() {
    if (current().kind() != Kind.NAME || Keywords.isKeyword(current().text())) {
      throw unexpected();
    }
    return take().text();
  }

  /** @return the places between an opening symbol ahead and the one that closes it */
  public int toClosing(int from) {
    int depth = 0;
    for (int i = from;; i++) {
      Token token = ahead(i);
      if (token.kind() == Kind.END) {
        return i - from;
      }
      if (token.kind() == Kind.SYMBOL) {
        depth += switch (token.text()) {
          case "(", "[", "{", "@(" -> 1;
          case ")", "]", "}" -> -1;
          default -> 0;
        };
        if (depth == 0) {
          return i - from;
        }
      }
    }
  }

  /** @return the index of the current word in the whole script */
  public int position() {
    return offset + current().position();
  }

  public int offset() {
    return offset;
  }

  public ExpressionSyntaxException unexpected() {
    return current().kind() == Token.Kind.END ? unexpected("the expression isn't complete")
        : ExpressionSyntaxException.unexpected(source, current().position());
  }

  public ExpressionSyntaxException unexpected(String problem) {
    return at(current(), problem);
  }

  public ExpressionSyntaxException at(Token token, String problem) {
    return new ExpressionSyntaxException(source, token.position(), problem);
  }
}
