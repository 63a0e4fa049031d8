package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Environment;
import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.evaluation.Operators;
import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.token.Keywords;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;
import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeExpression;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads {@code value match { case … -> … else -> … }}. */
final class PatternParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final TypeParser types;

  PatternParser(Parsing parsing, ExpressionParser expressions, TypeParser types) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
    this.expressions = expressions;
    this.types = types;
  }

  /** Finds out whether a value fits, and what its name stands for then. */
  @FunctionalInterface
  private interface Condition {

    Optional<Object> matched(Object value, Environment environment);
  }

  /** A case: its condition, the name of what was matched, a further condition, and its value. */
  private record Case(Condition condition, String name, Expression guard, Expression result) {
  }

  Expression match(Expression matched) {
    List<Case> cases = new ArrayList<>();
    tokens.expect("{");
    while (!tokens.takes("}")) {
      cases.add(tokens.takesWord("else") ? otherwise() : nextCase());
    }
    return environment -> {
      Object value = Content.bare(matched.evaluate(environment));
      for (Case each : cases) {
        Optional<Object> found = each.condition.matched(value == null ? Null.VALUE : value, environment);
        Optional<Environment> inner = found.map(object -> bound(environment, each.name, object))
            .filter(bound -> Operators.isTrue(each.guard, bound));
        if (inner.isPresent()) {
          return each.result.evaluate(inner.get());
        }
      }
      throw new ExpressionFailedException("No case matches " + Values.described(value));
    };
  }

  /** Stands for null, which an Optional can't hold. */
  private enum Null {
    VALUE
  }

  private static Object bare(Object value) {
    return value == Null.VALUE ? null : value;
  }

  private static Environment bound(Environment environment, String name, Object value) {
    Map<String, Object> values = new HashMap<>();
    values.put("$", bare(value));
    values.put(name, bare(value));
    return environment.with(values);
  }

  private Case otherwise() {
    String name = tokens.current().kind() == Kind.NAME ? tokens.name() : "$";
    return ended((value, environment) -> Optional.of(value), name);
  }

  private Case nextCase() {
    tokens.expectWord("case");
    boolean named = tokens.current().kind() == Kind.NAME && !Keywords.isKeyword(tokens.current().text())
        && !(tokens.current().isWord("matches") && tokens.ahead(1).kind() == Kind.REGEX);
    String name = named ? tokens.name() : "$";
    if (named && (tokens.current().isWord("if") || tokens.current().isSymbol("->"))) {
      return ended((value, environment) -> Optional.of(value), name);
    }
    if (named) {
      tokens.takes(":");
    }
    return ended(condition(), name);
  }

  private Condition condition() {
    if (tokens.takesWord("is")) {
      TypeExpression type = types.type();
      return (value, environment) -> Optional.of(value).filter(each -> type.accepts(bare(each)));
    }
    if (tokens.takesWord("matches")) {
      Pattern pattern = Pattern.compile(tokens.take().text().replace("\\/", "/"));
      return (value, environment) -> groups(pattern, bare(value));
    }
    if (tokens.current().isSymbol("[") && tokens.ahead(1).isSymbol("]")) {
      tokens.take();
      tokens.take();
      return (value, environment) -> Optional.of(value)
          .filter(each -> Values.isArray(bare(each)) && Values.list(bare(each)).isEmpty());
    }
    if (tokens.current().isSymbol("[") || tokens.current().isSymbol("{")) {
      throw tokens.unexpected("Patterns that take arrays and objects apart aren't known to the embedded expression language");
    }
    Expression literal = expressions.simple();
    return (value, environment) -> Optional.of(value)
        .filter(each -> Comparison.equal(bare(each), Content.bare(literal.evaluate(environment))));
  }

  private Case ended(Condition condition, String name) {
    return parsing.within(List.of("$", name), () -> {
      Expression guard = tokens.takesWord("if") ? guard() : environment -> true;
      tokens.expect("->");
      return new Case(condition, name, guard, expressions.expression());
    });
  }

  /** What stands in parentheses before an arrow is not a parameter here. */
  private Expression guard() {
    if (!tokens.current().isSymbol("(") || !tokens.ahead(tokens.toClosing(0) + 1).isSymbol("->")) {
      return expressions.simple();
    }
    tokens.take();
    Expression condition = expressions.expression();
    tokens.expect(")");
    return condition;
  }

  private static Optional<Object> groups(Pattern pattern, Object value) {
    if (!TypeName.STRING.accepts(value)) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(Text.of(value));
    return matcher.matches() ? Optional.of(IntStream.rangeClosed(0, matcher.groupCount()).mapToObj(matcher::group)
        .collect(Collectors.toCollection(ArrayList::new))) : Optional.empty();
  }
}
