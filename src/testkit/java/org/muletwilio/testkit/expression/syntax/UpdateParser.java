package org.muletwilio.testkit.expression.syntax;

import org.muletwilio.testkit.expression.evaluation.Environment;
import org.muletwilio.testkit.expression.evaluation.Expression;
import org.muletwilio.testkit.expression.evaluation.Operators;
import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.token.Token;
import org.muletwilio.testkit.expression.token.Token.Kind;
import org.muletwilio.testkit.expression.token.Tokens;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.Field;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.Values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code value update { case name at .key[0] -> … }}. */
final class UpdateParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final ExpressionParser expressions;

  UpdateParser(Parsing parsing, ExpressionParser expressions) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
    this.expressions = expressions;
  }

  /**
   * A case.
   *
   * @param path keys and indexes
   * @param inserts whether what isn't there is added
   */
  private record Case(String name, List<Expression> path, boolean inserts, Expression condition, Expression result) {
  }

  Expression update(Expression original) {
    List<Case> cases = new ArrayList<>();
    tokens.expect("{");
    while (!tokens.takes("}")) {
      tokens.expectWord("case");
      cases.add(nextCase());
    }
    return environment -> {
      Object value = Content.bare(original.evaluate(environment));
      for (Case each : cases) {
        List<Object> path = each.path.stream().map(step -> Content.bare(step.evaluate(environment))).toList();
        value = updated(value, path, each, environment);
      }
      return value;
    };
  }

  private Case nextCase() {
    boolean named = tokens.current().kind() == Kind.NAME;
    String name = named ? tokens.name() : "$";
    if (named) {
      tokens.expectWord("at");
    }
    List<Expression> path = path();
    boolean inserts = tokens.takes("!");
    return parsing.within(List.of("$", name), () -> {
      Expression condition = tokens.takesWord("if") ? expressions.simple() : environment -> true;
      tokens.expect("->");
      return new Case(name, path, inserts, condition, expressions.expression());
    });
  }

  private List<Expression> path() {
    List<Expression> path = new ArrayList<>();
    while (tokens.current().isSymbol(".") || tokens.current().isSymbol("[")) {
      if (tokens.takes("[")) {
        path.add(expressions.expression());
        tokens.expect("]");
      } else {
        tokens.take();
        Token key = tokens.take();
        if (key.kind() != Kind.NAME && key.kind() != Kind.TEXT) {
          throw tokens.at(key, "update knows keys and indexes alone in the embedded expression language");
        }
        path.add(key.kind() == Kind.TEXT ? OperandParser.text(key, parsing) : environment -> key.text());
      }
    }
    if (path.isEmpty()) {
      throw tokens.unexpected();
    }
    return path;
  }

  private static Object updated(Object value, List<Object> path, Case update, Environment environment) {
    if (path.isEmpty()) {
      Map<String, Object> bound = new HashMap<>();
      bound.put("$", value);
      bound.put(update.name, value);
      Environment inner = environment.with(bound);
      return Operators.isTrue(update.condition, inner) ? Content.bare(update.result.evaluate(inner)) : value;
    }
    List<Object> rest = path.subList(1, path.size());
    if (path.get(0) instanceof Number index) {
      return atIndex(value, index.intValue(), rest, update, environment);
    }
    if (value == null && !update.inserts || value != null && !(value instanceof Map)) {
      return value;
    }
    return atKey(value == null ? DataObject.EMPTY : Values.object(value), Text.of(path.get(0)), rest, update, environment);
  }

  private static Object atIndex(Object value, int index, List<Object> rest, Case update, Environment environment) {
    if (!Values.isArray(value)) {
      return value;
    }
    List<Object> items = new ArrayList<>(Values.list(value));
    int place = index < 0 ? items.size() + index : index;
    if (place >= 0 && place < items.size()) {
      items.set(place, updated(Content.bare(items.get(place)), rest, update, environment));
    }
    return items;
  }

  private static Object atKey(DataObject object, String key, List<Object> rest, Case update, Environment environment) {
    List<Field> fields = new ArrayList<>(object.fields());
    Optional<Field> found = object.first(key);
    if (found.isPresent()) {
      Object changed = updated(Content.bare(found.get().value()), rest, update, environment);
      fields.set(fields.indexOf(found.get()), found.get().with(changed));
    } else if (update.inserts) {
      fields.add(Field.of(key, updated(null, rest, update, environment)));
    }
    return new DataObject(fields);
  }
}
