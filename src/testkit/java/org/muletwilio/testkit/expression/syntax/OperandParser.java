package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.evaluation.Operators;
import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.token.Keywords;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Numbers;
import org.muletwilio.testkit.expression.value.Temporals;
import org.muletwilio.testkit.expression.value.Text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what operators stand between: literals, arrays, objects, names, lambdas, {@code if} and {@code do}. */
final class OperandParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final CallParser calls;
  private final LambdaParser lambdas;
  private final ObjectParser objects;
  private final JavaParser java;

  OperandParser(Parsing parsing, ExpressionParser expressions, CallParser calls, TypeParser types) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
    this.expressions = expressions;
    this.calls = calls;
    lambdas = new LambdaParser(parsing, expressions, types);
    objects = new ObjectParser(parsing, expressions);
    java = new JavaParser(tokens, calls);
  }

  Expression operand() {
    Token token = tokens.current();
    if (objects.isSingleField() && !(token.isSymbol("(") && LambdaParser.isLambda(tokens))) {
      return objects.singleField();
    }
    return switch (token.kind()) {
      case NUMBER -> constant(Numbers.narrowed(new BigDecimal(tokens.take().text())));
      case TEXT -> text(tokens.take(), parsing);
      case DATE -> constant(date(tokens.take()));
      case REGEX -> constant(regex(tokens.take()));
      case DOLLARS -> dollars(tokens.take());
      case NAME -> word(token);
      default -> symbol(token);
    };
  }

  private Expression symbol(Token token) {
    if (token.isSymbol("(")) {
      if (LambdaParser.isLambda(tokens)) {
        return lambdas.lambda();
      }
      tokens.take();
      Expression inner = expressions.expression();
      tokens.expect(")");
      return inner;
    }
    if (tokens.takes("[")) {
      return array();
    }
    if (tokens.takes("{")) {
      return objects.object();
    }
    throw tokens.unexpected();
  }

  private Expression word(Token token) {
    if (java.isNext()) {
      return java.call();
    }
    switch (token.text()) {
      case "null", "true", "false":
        Object value = tokens.take().text().equals("null") ? null : Boolean.valueOf(token.text());
        return environment -> value;
      case "if", "unless":
        return conditional(tokens.take().isWord("if"));
      case "do":
        tokens.take();
        return new HeaderParser(parsing, expressions).scope();
      case "using":
        tokens.take();
        return new HeaderParser(parsing, expressions).using();
      default:
        if (Keywords.isKeyword(token.text()) || token.isJoin()) {
          throw tokens.unexpected();
        }
        return calls.named();
    }
  }

  private Expression conditional(boolean wanted) {
    tokens.expect("(");
    Expression condition = expressions.expression();
    tokens.expect(")");
    Expression then = expressions.expression();
    tokens.expectWord("else");
    Expression otherwise = expressions.expression();
    return environment -> (Operators.isTrue(condition, environment) == wanted ? then : otherwise).evaluate(environment);
  }

  private Expression dollars(Token token) {
    if (!parsing.scope().knows(token.text())) {
      throw tokens.at(token, token + " has no meaning here: it is an argument of a function such as map");
    }
    return environment -> environment.get(token.text());
  }

  private Expression array() {
    List<Expression> items = new ArrayList<>();
    List<Expression> conditions = new ArrayList<>();
    while (!tokens.takes("]")) {
      items.add(expressions.expression());
      conditions.add(tokens.takesWord("if") ? expressions.simple() : constant(true));
      if (!tokens.takes(",") && !tokens.current().isSymbol("]")) {
        throw tokens.unexpected();
      }
    }
    return environment -> {
      List<Object> array = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        if (Operators.isTrue(conditions.get(i), environment)) {
          array.add(Content.bare(items.get(i).evaluate(environment)));
        }
      }
      return array;
    };
  }

  /** @return a text literal, with what is embedded in it */
  static Expression text(Token token, Parsing parsing) {
    if (token.parts().stream().noneMatch(Token.Part::isExpression)) {
      return constant(token.text());
    }
    List<Expression> parts = token.parts().stream().map(part -> part.isExpression() ? embedded(part, parsing)
        : constant(part.text())).toList();
    return environment -> {
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> text.append(Text.of(Content.bare(part.evaluate(environment)))));
      return text.toString();
    };
  }

  private static Expression embedded(Token.Part part, Parsing parsing) {
    if (part.text().startsWith("$") && !parsing.scope().knows(part.text())) {
      return constant(part.text());
    }
    Parsing inner = parsing.embedded(part);
    Expression expression = new ExpressionParser(inner).expression();
    if (inner.tokens.current().kind() != Kind.END) {
      throw inner.tokens.unexpected();
    }
    return expression;
  }

  private static Expression constant(Object value) {
    return environment -> value;
  }

  private Object date(Token token) {
    try {
      return Temporals.literal(token.text());
    } catch (ExpressionFailedException e) {
      throw tokens.at(token, e.getMessage());
    }
  }

  private Object regex(Token token) {
    try {
      return Pattern.compile(token.text().replace("\\/", "/"));
    } catch (PatternSyntaxException e) {
      throw tokens.at(token, "/" + token.text() + "/ is not a regular expression: " + e.getDescription());
    }
  }
}
