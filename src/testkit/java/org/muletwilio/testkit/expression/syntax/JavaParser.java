package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.function.JavaCalls;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code java!java::lang::Math::abs(1)}: static methods of Java, and constructors, which are called {@code new}. */
final class JavaParser {

  private final Tokens tokens;
  private final CallParser calls;

  JavaParser(Tokens tokens, CallParser calls) {
    this.tokens = tokens;
    this.calls = calls;
  }

  boolean isNext() {
    return tokens.current().isWord("java") && tokens.ahead(1).isSymbol("!") && tokens.ahead(2).kind() == Kind.NAME;
  }

  Expression call() {
    Token start = tokens.take();
    tokens.take();
    List<String> names = new ArrayList<>(List.of(tokens.name()));
    while (tokens.takes("::")) {
      names.add(tokens.take().text());
    }
    if (names.size() < 2 || !tokens.takes("(")) {
      throw tokens.at(start, "Of Java, the embedded expression language knows calls of static methods and of new alone");
    }
    String method = names.remove(names.size() - 1);
    String type = String.join(".", names);
    List<Expression> arguments = calls.arguments(Optional.empty());
    return environment -> JavaCalls.call(type, method,
                                         arguments.stream().map(argument -> argument.evaluate(environment)).toList());
  }
}
