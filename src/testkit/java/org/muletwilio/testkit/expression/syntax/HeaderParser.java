package org.muletwilio.testkit.expression.syntax;

import org.mule.runtime.api.metadata.MediaType;

import org.muletwilio.testkit.expression.evaluation.Environment;
import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.format.FormatOptions;
import org.muletwilio.testkit.expression.format.Formats;
import org.muletwilio.testkit.expression.token.Keywords;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads directives: those at the head of a script, and those of {@code do} and {@code using}. */
final class HeaderParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final LambdaParser lambdas;
  private final TypeParser types;
  private final Map<String, Expression> definitions = new LinkedHashMap<>();
  private Optional<Script.Output> output = Optional.empty();

  HeaderParser(Parsing parsing, ExpressionParser expressions) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
    this.expressions = expressions;
    types = new TypeParser(parsing, expressions);
    lambdas = new LambdaParser(parsing, expressions, types);
  }

  /** @return whether a directive comes next */
  boolean isDirective() {
    Token token = tokens.current();
    boolean word = token.kind() == Kind.NAME && Keywords.isDirective(token.text());
    return token.isSymbol("%dw") || token.isSymbol("@")
        || word && !tokens.ahead(1).isSymbol(".") && !tokens.ahead(1).isSymbol(":");
  }

  /** Reads directives as long as there are any. The names that they define are known from then on. */
  void directives() {
    while (isDirective()) {
      directive();
    }
  }

  /** @return adds to an environment what the directives define */
  UnaryOperator<Environment> definitions() {
    Map<String, Expression> all = Map.copyOf(definitions);
    return environment -> {
      Map<String, Object> values = new HashMap<>();
      Environment inner = environment.with(values);
      all.forEach((name, definition) -> values.put(name, new Environment.Lazy(() -> definition.evaluate(inner))));
      return inner;
    };
  }

  List<String> names() {
    return List.copyOf(definitions.keySet());
  }

  Optional<Script.Output> output() {
    return output;
  }

  /** Reads {@code { … --- … }} after {@code do}. */
  Expression scope() {
    tokens.expect("{");
    return parsing.within(List.of(), () -> {
      directives();
      if (!definitions.isEmpty() || tokens.current().isSymbol("---")) {
        tokens.expect("---");
      }
      Expression body = expressions.expression();
      tokens.expect("}");
      UnaryOperator<Environment> inner = definitions();
      return environment -> body.evaluate(inner.apply(environment));
    });
  }

  /** Reads {@code (name = …) …} after {@code using}. */
  Expression using() {
    tokens.expect("(");
    return parsing.within(List.of(), () -> {
      do {
        define(tokens.name());
      } while (tokens.takes(","));
      tokens.expect(")");
      Expression body = expressions.expression();
      UnaryOperator<Environment> inner = definitions();
      return environment -> body.evaluate(inner.apply(environment));
    });
  }

  private void directive() {
    Token directive = tokens.take();
    switch (directive.text()) {
      case "%dw" -> version();
      case "output" -> readOutput();
      case "import" -> new ImportParser(parsing).directive();
      case "var" -> define(tokens.name());
      case "fun" -> {
        String name = tokens.name();
        parsing.scope().add(name);
        definitions.put(name, lambdas.definition(name));
      }
      case "type" -> {
        String name = tokens.name();
        tokens.expect("=");
        types.definition(name);
      }
      default -> throw tokens.at(directive, "The directive " + directive + " isn't known to the embedded expression language");
    }
  }

  private void version() {
    if (tokens.current().kind() != Kind.NUMBER || !tokens.take().text().startsWith("2")) {
      throw tokens.unexpected("The embedded expression language knows DataWeave 2 alone");
    }
  }

  private void define(String name) {
    if (tokens.takes(":")) {
      types.type();
    }
    tokens.expect("=");
    // Known to itself, for a function that calls itself
    parsing.scope().add(name);
    definitions.put(name, expressions.expression());
  }

  private void readOutput() {
    Token name = tokens.take();
    Optional<Token> writer = tokens.takesWord("with") ? Optional.of(tokens.take()) : Optional.empty();
    Formats format = Formats.named(writer.orElse(name).text())
        .orElseThrow(() -> tokens.at(name, "The output " + name + " isn't known to the embedded expression language"));
    MediaType mediaType = name.kind() == Kind.MEDIA_TYPE ? MediaType.parse(name.text()) : format.mediaType();
    Map<String, Object> options = new HashMap<>();
    while (tokens.current().kind() == Kind.NAME && tokens.ahead(1).isSymbol("=")) {
      Token option = tokens.take();
      tokens.take();
      if (!format.format().options().contains(option.text())) {
        throw tokens.at(option, "The option " + option + " of " + name + " isn't known to the embedded expression language");
      }
      options.put(option.text(), literal());
      tokens.takes(",");
    }
    output = Optional.of(new Script.Output(format, mediaType, new FormatOptions(options)));
  }

  private Object literal() {
    Token token = tokens.take();
    if (token.kind() != Kind.TEXT && token.kind() != Kind.NUMBER && !token.isWord("true") && !token.isWord("false")) {
      throw tokens.at(token, token + " isn't a literal");
    }
    return token.text();
  }
}
