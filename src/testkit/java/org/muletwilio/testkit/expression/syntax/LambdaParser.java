package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.evaluation.Lambda;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads functions that are written out, and the parameters of those that {@code fun} defines. The types of parameters are read
 * and not checked.
 */
final class LambdaParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final TypeParser types;

  LambdaParser(Parsing parsing, ExpressionParser expressions, TypeParser types) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
    this.expressions = expressions;
    this.types = types;
  }

  /** Whether a lambda comes next that names its parameters, so that $ isn't one of them. */
  static boolean namesParameters(Tokens tokens) {
    return tokens.current().isSymbol("(") && isLambda(tokens) && !tokens.ahead(1).isSymbol(")");
  }

  /** Whether the parenthesis that comes next begins a lambda. */
  static boolean isLambda(Tokens tokens) {
    int after = tokens.toClosing(0) + 1;
    boolean parameters = tokens.ahead(1).isSymbol(")") || tokens.ahead(1).kind() == Kind.NAME
        && (tokens.ahead(2).isSymbol(",") || tokens.ahead(2).isSymbol(")") || tokens.ahead(2).isSymbol(":")
            || tokens.ahead(2).isSymbol("="));
    if (parameters && tokens.ahead(after).isSymbol("->")) {
      return true;
    }
    boolean couldHaveType = parameters && tokens.ahead(after).isSymbol(":");
    for (int i = after + 1; couldHaveType && isOfType(tokens.ahead(i)); i++) {
      if (tokens.ahead(i + 1).isSymbol("->")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfType(Token token) {
    return token.kind() == Kind.NAME || token.isSymbol("|") || token.isSymbol("<") || token.isSymbol(">");
  }

  Expression lambda() {
    List<Lambda.Parameter> parameters = parameters();
    if (tokens.takes(":")) {
      types.type();
    }
    tokens.expect("->");
    return new Lambda("The function", parameters, within(parameters));
  }

  /** Reads a function after {@code fun}. */
  Lambda definition(String name) {
    if (tokens.takes("<")) {
      while (!tokens.takes(">")) {
        tokens.take();
      }
    }
    List<Lambda.Parameter> parameters = parameters();
    if (tokens.takes(":")) {
      types.type();
    }
    tokens.expect("=");
    return new Lambda(name, parameters, within(parameters));
  }

  private Expression within(List<Lambda.Parameter> parameters) {
    return parsing.within(parameters.stream().map(Lambda.Parameter::name).toList(), expressions::expression);
  }

  private List<Lambda.Parameter> parameters() {
    List<Lambda.Parameter> parameters = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.takes(")")) {
      String name = tokens.name();
      if (tokens.takes(":")) {
        types.type();
      }
      parameters.add(new Lambda.Parameter(name, tokens.takes("=") ? Optional.of(expressions.expression()) : Optional.empty()));
      if (!tokens.takes(",") && !tokens.current().isSymbol(")")) {
        throw tokens.unexpected();
      }
    }
    return parameters;
  }
}
