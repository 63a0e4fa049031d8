package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.evaluation.Operators;
import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;
import org.muletwilio.testkit.expression.value.Coercion;
import org.muletwilio.testkit.expression.value.TypeExpression;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** Reads expressions by precedence: from {@code match} and functions between operands down to {@code as}. */
final class ExpressionParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final OperandParser operands;
  private final CallParser calls;
  private final PatternParser patterns;
  private final TypeParser types;

  ExpressionParser(Parsing parsing) {
    this.parsing = parsing;
    tokens = parsing.tokens;
    types = new TypeParser(parsing, this);
    calls = new CallParser(parsing, this);
    operands = new OperandParser(parsing, this, calls, types);
    patterns = new PatternParser(parsing, this, types);
  }

  /** Reads a whole expression. */
  Expression expression() {
    return functions(simple());
  }

  /** Goes on reading functions between operands, of which the left one has been read. */
  Expression functions(Expression first) {
    Expression left = first;
    while (true) {
      if (tokens.takesWord("default")) {
        left = withDefault(left, simple());
      } else if (tokens.current().isWord("match") && tokens.ahead(1).isSymbol("{")) {
        tokens.take();
        left = patterns.match(left);
      } else if (tokens.takesWord("update")) {
        left = new UpdateParser(parsing, this).update(left);
      } else if (calls.isFunctionBetweenOperands()) {
        left = calls.between(left);
      } else {
        return left;
      }
    }
  }

  private static Expression withDefault(Expression first, Expression otherwise) {
    return environment -> {
      Object found = first.evaluate(environment);
      return Content.bare(found) == null ? otherwise.evaluate(environment) : found;
    };
  }

  /** Reads an expression without functions between operands. */
  Expression simple() {
    Expression left = and();
    while (tokens.takesWord("or")) {
      Expression first = left;
      Expression second = and();
      left = environment -> Operators.isTrue(first, environment) || Operators.isTrue(second, environment);
    }
    return left;
  }

  private Expression and() {
    Expression left = equality();
    while (tokens.takesWord("and")) {
      Expression first = left;
      Expression second = equality();
      left = environment -> Operators.isTrue(first, environment) && Operators.isTrue(second, environment);
    }
    return left;
  }

  private Expression equality() {
    return between(Operators.EQUALITY, this::order);
  }

  private Expression order() {
    return between(Operators.ORDER, this::sum);
  }

  private Expression sum() {
    return between(Operators.SUMS, this::shift);
  }

  private Expression shift() {
    return between(Operators.SHIFTS, this::product);
  }

  private Expression product() {
    return between(Operators.PRODUCTS, this::typed);
  }

  private Expression between(Map<String, BinaryOperator<Object>> operators, Supplier<Expression> operand) {
    Expression left = operand.get();
    while (tokens.current().kind() == Kind.SYMBOL && operators.containsKey(tokens.current().text())) {
      BinaryOperator<Object> operator = operators.get(tokens.take().text());
      left = Operators.applied(operator, left, operand.get());
    }
    return left;
  }

  private Expression typed() {
    Expression value = unary();
    while (true) {
      if (tokens.takesWord("as")) {
        value = coerced(value);
      } else if (tokens.takesWord("is")) {
        TypeExpression type = types.type();
        Expression tested = value;
        value = environment -> type.accepts(Content.bare(tested.evaluate(environment)));
      } else {
        return value;
      }
    }
  }

  private Expression coerced(Expression uncoerced) {
    Map<String, Expression> defined = types.definedOptions();
    TypeExpression type = types.type();
    Map<String, Expression> options = tokens.current().isSymbol("{") ? types.options(Coercion.OPTIONS) : defined;
    return environment -> {
      Map<String, Object> values = new HashMap<>();
      options.forEach((name, value) -> values.put(name, Content.bare(value.evaluate(environment))));
      Object bare = Content.bare(uncoerced.evaluate(environment));
      return type.alternatives().size() > 1 && type.accepts(bare) ? bare : Coercion.to(type.first(), bare, values);
    };
  }

  private Expression unary() {
    if (tokens.takes("-")) {
      Expression value = unary();
      return environment -> Operators.negated(Content.bare(value.evaluate(environment)));
    }
    if (tokens.takes("!")) {
      Expression value = unary();
      return environment -> !Operators.isTrue(value, environment);
    }
    if (tokens.takesWord("not")) {
      // Unlike !, it negates all that follows up to a function between operands
      Expression value = simple();
      return environment -> !Operators.isTrue(value, environment);
    }
    return new SelectorParser(parsing, this, calls).selected(operands.operand());
  }
}
