package org.muletwilio.testkit.mule.expression;

import java.util.List;

/**
 * A word of an expression.
 *
 * @param text what it is; of a text literal the part before the first embedded expression
 * @param position its first character's index in the expression
 * @param parts of a text literal: text and embedded expressions in turn, beginning with text
 */
record Token(Kind kind, String text, int position, List<String> parts) {

  /** What a word can be. */
  enum Kind {
    NUMBER, TEXT, NAME, SYMBOL, END
  }

  Token(Kind kind, String text, int position) {
    this(kind, text, position, List.of(text));
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
