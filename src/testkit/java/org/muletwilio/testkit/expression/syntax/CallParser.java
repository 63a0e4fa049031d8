package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Environment;
import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.evaluation.Lambda;
import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.function.Builtin;
import org.muletwilio.testkit.expression.function.Library;
import org.muletwilio.testkit.expression.token.Keywords;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads names and calls of functions: before their arguments, and between two operands. */
final class CallParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final ExpressionParser expressions;

  CallParser(Parsing parsing, ExpressionParser expressions) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
    this.expressions = expressions;
  }

  /** A name as it is written. */
  private record Name(String namespace, String name, int position, Token token) {

    String text() {
      return namespace.isEmpty() ? name : namespace + "::" + name;
    }
  }

  boolean isFunctionBetweenOperands() {
    Token token = tokens.current();
    return token.kind() == Kind.NAME && (!Keywords.isKeyword(token.text()) || token.isWord("match"));
  }

  /** Reads a function and its second argument. */
  Expression between(Expression left) {
    Name name = name();
    Optional<Builtin> builtin = builtin(name);
    boolean lambda = builtin.filter(known -> known.lambdas().contains(1)).isPresent();
    return call(name, builtin, List.of(left, lambda ? lambda(false) : expressions.simple()));
  }

  /** Reads a name, and its arguments where there are any. */
  Expression named() {
    Name name = name();
    Optional<Builtin> builtin = builtin(name);
    if (!tokens.takes("(")) {
      return variable(name, builtin);
    }
    return call(name, builtin, arguments(builtin));
  }

  private Name name() {
    Token first = tokens.current();
    int position = tokens.position();
    StringBuilder namespace = new StringBuilder();
    String last = tokens.take().text();
    while (tokens.current().isSymbol("::") && tokens.ahead(1).kind() == Kind.NAME) {
      tokens.take();
      namespace.append(namespace.length() == 0 ? "" : "::").append(last);
      last = tokens.take().text();
    }
    return new Name(namespace.toString(), last, position, first);
  }

  /** Reads the arguments of a call whose parenthesis has been read. */
  List<Expression> arguments(Optional<Builtin> builtin) {
    List<Expression> arguments = new ArrayList<>();
    while (!tokens.takes(")")) {
      int place = arguments.size();
      boolean lambda = builtin.filter(known -> known.lambdas().contains(place)).isPresent();
      arguments.add(lambda ? lambda(true) : expressions.expression());
      if (!tokens.takes(",") && !tokens.current().isSymbol(")")) {
        throw tokens.unexpected();
      }
    }
    return arguments;
  }

  private Expression lambda(boolean whole) {
    if (LambdaParser.namesParameters(tokens)) {
      return Lambda.around(whole ? expressions.expression() : expressions.simple());
    }
    return Lambda.around(parsing.withDollars(whole ? expressions::expression : expressions::simple));
  }

  private Optional<Builtin> builtin(Name name) {
    if (name.namespace.isEmpty()) {
      return parsing.scope().knows(name.name) ? Optional.empty() : parsing.builtin(name.name);
    }
    Optional<Library> library =
        Optional.ofNullable(parsing.aliases.get(name.namespace)).or(() -> parsing.libraries.module(name.namespace));
    library.filter(known -> known.function(name.name).isEmpty()).ifPresent(known -> {
      throw tokens.at(name.token, name.text() + " isn't known to the embedded expression language");
    });
    return library.flatMap(known -> known.function(name.name));
  }

  private Expression call(Name name, Optional<Builtin> builtin, List<Expression> arguments) {
    if (builtin.isPresent()) {
      int count = arguments.size();
      Builtin known = builtin.get();
      if (count < known.least() || count > known.most()) {
        throw tokens.at(name.token, name.text() + " takes " + (known.least() == known.most() ? "" : known.least() + " to ")
            + known.most() + " arguments, not " + count);
      }
      return environment -> known.value(environment.globals().context()).call(values(arguments, environment));
    }
    if (name.namespace.isEmpty() && parsing.scope().knows(name.name)) {
      return environment -> Values.function(Content.bare(environment.get(name.name))).call(values(arguments, environment));
    }
    Optional<Module> file = file(name);
    if (file.isPresent()) {
      return environment -> Values.function(definition(file.get(), name, environment)).call(values(arguments, environment));
    }
    parsing.globals.add(new GlobalName(name.namespace, name.name, true, name.position));
    return environment -> environment.globals().function(name.namespace, name.name)
        .orElseThrow(() -> new ExpressionFailedException("Unable to resolve function '" + name.text() + "'"))
        .call(values(arguments, environment));
  }

  private Expression variable(Name name, Optional<Builtin> builtin) {
    if (builtin.isPresent()) {
      return environment -> builtin.get().value(environment.globals().context());
    }
    if (name.namespace.isEmpty() && parsing.scope().knows(name.name)) {
      return environment -> environment.get(name.name);
    }
    Optional<Module> file = file(name);
    if (file.isPresent()) {
      return environment -> definition(file.get(), name, environment);
    }
    parsing.globals.add(new GlobalName(name.namespace, name.name, false, name.position));
    return environment -> {
      if (name.namespace.isEmpty() && environment.globals().hasVariable(name.name)) {
        return environment.globals().variable(name.name);
      }
      return environment.globals().function(name.namespace, name.name).orElseThrow(
          () -> new ExpressionFailedException("Unable to resolve reference of: '" + name.text() + "'"));
    };
  }

  /** The application's own module that a namespace names. */
  private Optional<Module> file(Name name) {
    if (name.namespace.isEmpty()) {
      return Optional.empty();
    }
    Optional<Module> module = Optional.ofNullable(parsing.files.get(name.namespace))
        .or(() -> ScriptParser.module(name.namespace, parsing));
    module.filter(found -> !found.names().contains(name.name)).ifPresent(found -> {
      throw tokens.at(name.token, "the module " + name.namespace + " has no " + name.name);
    });
    return module;
  }

  private static Object definition(Module module, Name name, Environment environment) {
    return module.definitions().apply(environment).get(name.name);
  }

  private static Object[] values(List<Expression> arguments, Environment environment) {
    return arguments.stream().map(argument -> argument.evaluate(environment)).toArray();
  }
}
