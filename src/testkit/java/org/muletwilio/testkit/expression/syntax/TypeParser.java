package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;
import org.muletwilio.testkit.expression.value.Coercion;
import org.muletwilio.testkit.expression.value.TypeExpression.Alternative;
import org.muletwilio.testkit.expression.value.TypeExpression;
import org.muletwilio.testkit.expression.value.TypeName;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads types, such as {@code String | Null}, and the options in braces behind them. */
final class TypeParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final ExpressionParser expressions;

  TypeParser(Parsing parsing, ExpressionParser expressions) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
    this.expressions = expressions;
  }

  /** Reads a type that {@code type} defines, with the options that {@code as} takes from it. */
  void definition(String name) {
    parsing.types.put(name, type());
    if (tokens.current().isSymbol("{")) {
      parsing.typeOptions.put(name, options(Coercion.OPTIONS));
    }
  }

  /** @return the options of a type that comes next, if it was defined with options */
  Map<String, Expression> definedOptions() {
    return parsing.typeOptions.getOrDefault(tokens.current().text(), Map.of());
  }

  TypeExpression type() {
    List<Alternative> alternatives = new ArrayList<>(alternatives());
    while (tokens.takes("|")) {
      alternatives.addAll(alternatives());
    }
    return new TypeExpression(alternatives);
  }

  private List<Alternative> alternatives() {
    Token token = tokens.current();
    if (token.kind() == Kind.TEXT || token.kind() == Kind.NUMBER) {
      tokens.take();
      Object literal = token.kind() == Kind.TEXT ? token.text() : new BigDecimal(token.text());
      return List.of(new Alternative(token.kind() == Kind.TEXT ? TypeName.STRING : TypeName.NUMBER, Optional.empty(),
                                     Optional.of(literal)));
    }
    if (token.isSymbol("(")) {
      return List.of(function());
    }
    if (token.isSymbol("{")) {
      skip();
      return List.of(alternative(TypeName.OBJECT, Optional.empty()));
    }
    return named(token);
  }

  private List<Alternative> named(Token token) {
    String name = tokens.name();
    if (parsing.types.containsKey(name)) {
      arguments();
      return parsing.types.get(name).alternatives();
    }
    TypeName type = TypeName.named(name).orElseThrow(() -> tokens.at(token, "The type " + token + " isn't known to the embedded "
        + "expression language"));
    Optional<TypeExpression> items = Optional.empty();
    boolean takesTypes = type == TypeName.ARRAY || type == TypeName.OBJECT || type == TypeName.TYPE;
    if (takesTypes && tokens.takes("<")) {
      items = Optional.of(type());
      while (tokens.takes(",")) {
        type();
      }
      tokens.expect(">");
    }
    return List.of(alternative(type, items));
  }

  /** Types that a defined type takes don't count. */
  private void arguments() {
    if (tokens.takes("<")) {
      do {
        type();
      } while (tokens.takes(","));
      tokens.expect(">");
    }
  }

  /** The type of a function: its parameters and its result don't count. */
  private Alternative function() {
    skip();
    tokens.expect("->");
    type();
    return alternative(TypeName.FUNCTION, Optional.empty());
  }

  private void skip() {
    int places = tokens.toClosing(0);
    for (int i = 0; i <= places; i++) {
      tokens.take();
    }
  }

  private static Alternative alternative(TypeName type, Optional<TypeExpression> items) {
    return new Alternative(type, items, Optional.empty());
  }

  /** Reads options in braces. */
  Map<String, Expression> options(Set<String> known) {
    Map<String, Expression> options = new LinkedHashMap<>();
    tokens.expect("{");
    while (!tokens.takes("}")) {
      Token name = tokens.take();
      if (!known.contains(name.text())) {
        throw tokens.at(name, "The option " + name + " isn't known to the embedded expression language");
      }
      tokens.expect(":");
      options.put(name.text(), expressions.expression());
      if (!tokens.takes(",") && !tokens.current().isSymbol("}")) {
        throw tokens.unexpected();
      }
    }
    return options;
  }
}
