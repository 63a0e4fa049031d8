package org.muletwilio.testkit.mule.expression;

import org.muletwilio.testkit.mule.expression.Token.Kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the part of DataWeave 2 that a Mule application's attributes mostly need: selectors, literals, text with {@code $(…)},
 * comparisons, logic, arithmetic, {@code ++}, {@code default}, {@code if … else}, {@code as}, and function calls. What it reads
 * means the same in DataWeave; all else is refused.
 */
public final class ExpressionParser {

  private static final Pattern HEADER = Pattern.compile("^\\s*(%dw\\s+2\\.\\d\\s+)?(output\\s+application/java\\s+)?---");
  private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "default", "as", "else", "if");
  private static final Map<String, BinaryOperator<Object>> COMPARISONS = Map.of(
      "==", (a, b) -> Operators.areEqual(a, b),
      "!=", (a, b) -> !Operators.areEqual(a, b),
      "~=", (a, b) -> Operators.areSimilar(a, b),
      "<", (a, b) -> Operators.compare(a, b) < 0,
      "<=", (a, b) -> Operators.compare(a, b) <= 0,
      ">", (a, b) -> Operators.compare(a, b) > 0,
      ">=", (a, b) -> Operators.compare(a, b) >= 0);
  private static final Map<String, BinaryOperator<Object>> SUMS =
      Map.of("++", Operators::concatenate, "+", Operators::add, "-", Operators::subtract);
  private static final Map<String, BinaryOperator<Object>> PRODUCTS = Map.of("*", Operators::multiply, "/", Operators::divide);

  private final String source;
  private final Selectors selectors;
  private final List<Token> tokens;
  private int position;

  private ExpressionParser(String source, Selectors selectors) {
    this.source = source;
    this.selectors = selectors;
    this.tokens = new Lexer(source).tokens();
  }

  /**
   * @param source the expression, without {@code #[]}
   * @throws ExpressionSyntaxException if it isn't one, or uses what isn't known here
   */
  public static Expression parse(String source, Selectors selectors) {
    ExpressionParser parser = new ExpressionParser(HEADER.matcher(source).replaceFirst(""), selectors);
    Expression expression = parser.expression();
    if (parser.token().kind() != Kind.END) {
      throw parser.unexpected();
    }
    return expression;
  }

  private Expression expression() {
    if (takesWord("if")) {
      expect("(");
      Expression condition = expression();
      expect(")");
      Expression then = expression();
      if (!takesWord("else")) {
        throw unexpected();
      }
      Expression otherwise = expression();
      return bindings -> (Operators.isTrue(condition.evaluate(bindings)) ? then : otherwise).evaluate(bindings);
    }
    Expression value = or();
    while (takesWord("default")) {
      Expression first = value;
      Expression instead = or();
      value = bindings -> {
        Object found = first.evaluate(bindings);
        return Operators.unwrap(found) == null ? instead.evaluate(bindings) : found;
      };
    }
    return value;
  }

  private Expression or() {
    if (takesWord("not")) {
      Expression negated = or();
      return bindings -> !Operators.isTrue(negated.evaluate(bindings));
    }
    Expression left = and();
    while (takesWord("or")) {
      Expression first = left;
      Expression second = and();
      left = bindings -> Operators.isTrue(first.evaluate(bindings)) || Operators.isTrue(second.evaluate(bindings));
    }
    return left;
  }

  private Expression and() {
    Expression left = comparison();
    while (takesWord("and")) {
      Expression first = left;
      Expression second = comparison();
      left = bindings -> Operators.isTrue(first.evaluate(bindings)) && Operators.isTrue(second.evaluate(bindings));
    }
    return left;
  }

  private Expression comparison() {
    Expression left = sum();
    while (isOneOf(COMPARISONS)) {
      BinaryOperator<Object> operator = COMPARISONS.get(take().text());
      left = applied(operator, left, sum());
    }
    return left;
  }

  private Expression sum() {
    Expression left = product();
    while (isOneOf(SUMS)) {
      BinaryOperator<Object> operator = SUMS.get(take().text());
      left = applied(operator, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = coerced();
    while (isOneOf(PRODUCTS)) {
      BinaryOperator<Object> operator = PRODUCTS.get(take().text());
      left = applied(operator, left, coerced());
    }
    return left;
  }

  private Expression coerced() {
    Expression value = unary();
    while (takesWord("as")) {
      Token name = take();
      Class<?> type = Coercion.typeOf(name.text())
          .orElseThrow(() -> new ExpressionSyntaxException(source, name.position(), name + " isn't a known type"));
      Expression uncoerced = value;
      value = bindings -> Coercion.to(type, Operators.unwrap(uncoerced.evaluate(bindings)));
    }
    return value;
  }

  private Expression unary() {
    if (takes("-")) {
      Expression value = unary();
      return bindings -> Operators.subtract(0, value.evaluate(bindings));
    }
    if (takes("!")) {
      Expression value = unary();
      return bindings -> !Operators.isTrue(value.evaluate(bindings));
    }
    return selected();
  }

  private Expression selected() {
    Expression value = primary();
    while (true) {
      Expression target = value;
      if (takes(".*")) {
        String key = key();
        value = bindings -> selectors.all(target.evaluate(bindings), key);
      } else if (takes(".")) {
        String key = key();
        value = bindings -> selectors.one(target.evaluate(bindings), key);
      } else if (takes("[")) {
        Expression index = expression();
        expect("]");
        value = bindings -> selectors.at(target.evaluate(bindings), Operators.unwrap(index.evaluate(bindings)));
      } else {
        return value;
      }
    }
  }

  private String key() {
    if (token().kind() != Kind.NAME && token().kind() != Kind.TEXT) {
      throw unexpected();
    }
    return take().text();
  }

  private Expression primary() {
    Token token = take();
    switch (token.kind()) {
      case NUMBER:
        Object number = Operators.narrowed(new BigDecimal(token.text()));
        return bindings -> number;
      case TEXT:
        return text(token);
      case NAME:
        return named(token);
      default:
        if (token.isSymbol("(")) {
          Expression inner = expression();
          expect(")");
          return inner;
        }
        if (token.isSymbol("[")) {
          return list();
        }
        if (token.isSymbol("{")) {
          return object();
        }
        position--;
        throw unexpected();
    }
  }

  private Expression named(Token token) {
    switch (token.text()) {
      case "null":
        return bindings -> null;
      case "true":
        return bindings -> true;
      case "false":
        return bindings -> false;
      default:
        if (KEYWORDS.contains(token.text())) {
          position--;
          throw unexpected();
        }
        return takes("(") ? Functions.call(token.text(), items(")")) : bindings -> Functions.variable(token.text(), bindings);
    }
  }

  private Expression text(Token token) {
    if (token.parts().size() == 1) {
      return bindings -> token.text();
    }
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < token.parts().size(); i++) {
      String part = token.parts().get(i);
      parts.add(i % 2 == 0 ? bindings -> part : parse(part, selectors));
    }
    return bindings -> {
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> text.append(Coercion.text(part.evaluate(bindings))));
      return text.toString();
    };
  }

  private Expression list() {
    List<Expression> items = items("]");
    return bindings -> {
      List<Object> list = new ArrayList<>();
      items.forEach(item -> list.add(Operators.unwrap(item.evaluate(bindings))));
      return list;
    };
  }

  private Expression object() {
    Map<String, Expression> fields = new LinkedHashMap<>();
    while (!takes("}")) {
      String key = key();
      expect(":");
      fields.put(key, expression());
      if (!takes(",") && !token().isSymbol("}")) {
        throw unexpected();
      }
    }
    return bindings -> {
      Map<String, Object> map = new LinkedHashMap<>();
      fields.forEach((key, value) -> map.put(key, Operators.unwrap(value.evaluate(bindings))));
      return map;
    };
  }

  private List<Expression> items(String end) {
    List<Expression> items = new ArrayList<>();
    while (!takes(end)) {
      items.add(expression());
      if (!takes(",") && !token().isSymbol(end)) {
        throw unexpected();
      }
    }
    return items;
  }

  private static Expression applied(BinaryOperator<Object> operator, Expression left, Expression right) {
    return bindings -> operator.apply(left.evaluate(bindings), right.evaluate(bindings));
  }

  private boolean isOneOf(Map<String, ?> operators) {
    return token().kind() == Kind.SYMBOL && operators.containsKey(token().text());
  }

  private boolean takes(String symbol) {
    boolean found = token().isSymbol(symbol);
    position += found ? 1 : 0;
    return found;
  }

  private boolean takesWord(String word) {
    boolean found = token().isWord(word);
    position += found ? 1 : 0;
    return found;
  }

  private void expect(String symbol) {
    if (!takes(symbol)) {
      throw unexpected();
    }
  }

  private Token take() {
    return tokens.get(Math.min(position++, tokens.size() - 1));
  }

  private Token token() {
    return tokens.get(Math.min(position, tokens.size() - 1));
  }

  private ExpressionSyntaxException unexpected() {
    return new ExpressionSyntaxException(source, token().position(), token() + " isn't expected here, or isn't known to the "
        + "embedded expression language");
  }
}
