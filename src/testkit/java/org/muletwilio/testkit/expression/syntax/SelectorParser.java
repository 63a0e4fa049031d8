package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Environment;
import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.evaluation.Filters;
import org.muletwilio.testkit.expression.evaluation.Lambda;
import org.muletwilio.testkit.expression.evaluation.Metadata;
import org.muletwilio.testkit.expression.evaluation.Selectors;
import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Numbers;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.util.List;
import java.util.Optional;

/** Reads what follows an operand: selectors, and the arguments of a function that the operand is. */
final class SelectorParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final CallParser calls;

  SelectorParser(Parsing parsing, ExpressionParser expressions, CallParser calls) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
    this.expressions = expressions;
    this.calls = calls;
  }

  Expression selected(Expression operand) {
    Expression value = operand;
    while (true) {
      Expression target = value;
      if (tokens.takes("..")) {
        value = descendants(target);
      } else if (tokens.takes(".")) {
        value = dot(target);
      } else if (tokens.takes("[")) {
        value = bracket(target);
      } else if (tokens.takes("(")) {
        List<Expression> arguments = calls.arguments(Optional.empty());
        value = environment -> Values.function(Content.bare(target.evaluate(environment)))
            .call(arguments.stream().map(argument -> argument.evaluate(environment)).toArray());
      } else {
        return value;
      }
    }
  }

  private Expression descendants(Expression target) {
    if (tokens.takes("&")) {
      Expression key = key();
      return environment -> Selectors.descendantPairs(target.evaluate(environment), text(key, environment));
    }
    boolean all = tokens.takes("*");
    if (!all && !isKey()) {
      return environment -> Selectors.descendants(target.evaluate(environment), Optional.empty(), true);
    }
    Expression key = key();
    return environment -> Selectors.descendants(target.evaluate(environment), Optional.of(text(key, environment)), all);
  }

  private Expression dot(Expression target) {
    if (tokens.takes("*")) {
      Expression key = key();
      return environment -> Selectors.all(target.evaluate(environment), text(key, environment));
    }
    if (tokens.takes("&")) {
      Expression key = key();
      return environment -> Selectors.pairs(target.evaluate(environment), text(key, environment));
    }
    if (tokens.takes("^")) {
      return metadata(target);
    }
    if (tokens.takes("@")) {
      return attribute(target);
    }
    return present(target, key());
  }

  private Expression attribute(Expression target) {
    if (!isKey()) {
      return tokens.takes("?") ? environment -> !Selectors.attributes(target.evaluate(environment)).isEmpty()
          : environment -> Selectors.attributes(target.evaluate(environment));
    }
    Expression key = key();
    if (tokens.takes("?")) {
      return environment -> Selectors.attributes(target.evaluate(environment)).containsKey(text(key, environment));
    }
    return environment -> Selectors.attribute(target.evaluate(environment), text(key, environment));
  }

  /** {@code .key}, with {@code ?} or {@code !} behind it. */
  private Expression present(Expression target, Expression key) {
    if (tokens.takes("?")) {
      return environment -> Selectors.has(target.evaluate(environment), text(key, environment));
    }
    if (tokens.takes("!")) {
      return environment -> {
        Object value = target.evaluate(environment);
        if (!Selectors.has(value, text(key, environment))) {
          throw new ExpressionFailedException("There is no key named '" + text(key, environment) + "'");
        }
        return Selectors.one(value, text(key, environment));
      };
    }
    return environment -> Selectors.one(target.evaluate(environment), text(key, environment));
  }

  private Expression bracket(Expression target) {
    if (tokens.takes("?")) {
      Expression condition = parsing.withDollars(expressions::expression);
      tokens.expect("]");
      return environment -> Filters.filter(Content.bare(target.evaluate(environment)), Lambda.around(condition), environment);
    }
    if (tokens.takes("@(")) {
      Expression key = closed();
      return environment -> Selectors.attribute(target.evaluate(environment), text(key, environment));
    }
    if (tokens.takes("*")) {
      Expression key = bracketed();
      return environment -> Selectors.all(target.evaluate(environment), text(key, environment));
    }
    if (tokens.takes("&")) {
      Expression key = bracketed();
      return environment -> Selectors.pairs(target.evaluate(environment), text(key, environment));
    }
    Expression simple = expressions.simple();
    if (tokens.takesWord("to")) {
      Expression last = expressions.simple();
      tokens.expect("]");
      return environment -> Selectors.range(target.evaluate(environment), whole(simple, environment), whole(last, environment));
    }
    Expression first = expressions.functions(simple);
    tokens.expect("]");
    if (tokens.current().isSymbol("?") || tokens.current().isSymbol("!")) {
      return present(target, first);
    }
    return environment -> Selectors.at(target.evaluate(environment), Content.bare(first.evaluate(environment)));
  }

  private Expression closed() {
    Expression key = expressions.expression();
    tokens.expect(")");
    tokens.expect("]");
    return key;
  }

  private Expression bracketed() {
    Expression key = expressions.simple();
    tokens.expect("]");
    return key;
  }

  private Expression metadata(Expression target) {
    Token name = tokens.take();
    if (!Metadata.isKnown(name.text())) {
      throw tokens.at(name, "^" + name.text() + " isn't known to the embedded expression language");
    }
    return environment -> Metadata.of(target.evaluate(environment), name.text());
  }

  private boolean isKey() {
    return tokens.current().kind() == Kind.NAME && !tokens.current().isJoin() || tokens.current().kind() == Kind.TEXT;
  }

  private Expression key() {
    if (!isKey()) {
      throw tokens.unexpected();
    }
    Token token = tokens.take();
    if (tokens.current().isSymbol("#")) {
      throw tokens.unexpected("Namespaces aren't known to the embedded expression language");
    }
    return token.kind() == Kind.TEXT ? OperandParser.text(token, parsing) : environment -> token.text();
  }

  private static String text(Expression key, Environment environment) {
    return Text.of(Content.bare(key.evaluate(environment)));
  }

  private static int whole(Expression index, Environment environment) {
    return Numbers.whole(Content.bare(index.evaluate(environment)));
  }
}
