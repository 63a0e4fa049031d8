package org.muletwilio.testkit.expression.token;

import java.util.List;

/**
 * A word of a script.
 *
 * @param text what it is; of a text literal the part before the first embedded expression
 * @param position its first character's index in the script
 * @param parts of a text literal: text and embedded expressions, in their order
 */
public record Token(Kind kind, String text, int position, List<Part> parts) {

  /** What a word can be. */
  public enum Kind {
    NUMBER, TEXT, NAME, DOLLARS, DATE, REGEX, MEDIA_TYPE, SYMBOL, END
  }

  /**
   * A part of a text literal.
   *
   * @param text the text, or the source of an embedded expression
   * @param position where the source begins; negative for text
   */
  public record Part(String text, int position) {

  public   boolean isExpression() {
      return position >= 0;
    }
  }

  Token(Kind kind, String text, int position) {
    this(kind, text, position, List.of(new Part(text, -1)));
  }

  /** @return whether it is {@code ++} or {@code --}, which are functions like any other that stands between two operands */
  public boolean isJoin() {
    return text.equals("++") || text.equals("--");
  }

  public boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  public boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  /** @return whether an operand can end with it, so that / after it divides */
  public boolean endsOperand() {
    return switch (kind) {
      case NUMBER, TEXT, DOLLARS, DATE, REGEX -> true;
      case NAME -> Keywords.isValue(text) || !Keywords.isKeyword(text) && !isJoin();
      case SYMBOL -> text.equals(")") || text.equals("]") || text.equals("}");
      default -> false;
    };
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
