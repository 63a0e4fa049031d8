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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads objects: fields with their attributes, fields on a condition, and the fields of other objects. */
final class ObjectParser {

  private final Parsing parsing;
  private final Tokens tokens;
  private final ExpressionParser expressions;

  ObjectParser(Parsing parsing, ExpressionParser expressions) {
    this.parsing = parsing;
    this.tokens = parsing.tokens;
    this.expressions = expressions;
  }

  /** What adds fields to an object. */
  @FunctionalInterface
  private interface Entry {

    List<Field> fields(Environment environment);
  }

  /** Whether a field without braces comes next, which is an object, too. */
  boolean isSingleField() {
    Token.Kind kind = tokens.current().kind();
    boolean dynamic = tokens.current().isSymbol("(");
    if (kind != Kind.NAME && kind != Kind.TEXT && !dynamic) {
      return false;
    }
    int afterKey = dynamic ? tokens.toClosing(0) + 1 : 1;
    int after = tokens.ahead(afterKey).isSymbol("@(") ? afterKey + tokens.toClosing(afterKey) + 1 : afterKey;
    return tokens.ahead(after).isSymbol(":");
  }

  Expression singleField() {
    Entry field = tokens.takes("(") ? dynamic() : field();
    return environment -> new DataObject(field.fields(environment));
  }

  /** Reads an object whose brace has been read. */
  Expression object() {
    List<Entry> entries = new ArrayList<>();
    while (!tokens.takes("}")) {
      entries.add(tokens.takes("(") ? dynamic() : field());
      if (!tokens.takes(",") && !tokens.current().isSymbol("}")) {
        throw tokens.unexpected();
      }
    }
    return environment -> {
      List<Field> fields = new ArrayList<>();
      entries.forEach(entry -> fields.addAll(entry.fields(environment)));
      return new DataObject(fields);
    };
  }

  private Entry field() {
    Token token = tokens.current();
    if (token.kind() != Kind.NAME && token.kind() != Kind.TEXT) {
      throw tokens.unexpected();
    }
    tokens.take();
    if (tokens.current().isSymbol("#")) {
      throw tokens.unexpected("Namespaces aren't known to the embedded expression language");
    }
    Expression key = token.kind() == Kind.TEXT ? OperandParser.text(token, parsing) : environment -> token.text();
    return field(key);
  }

  private Entry field(Expression key) {
    Map<Expression, Expression> attributes = tokens.takes("@(") ? attributes() : Map.of();
    tokens.expect(":");
    Expression value = expressions.expression();
    return environment -> List.of(new Field(text(key, environment), attributes(attributes, environment),
                                            Content.bare(value.evaluate(environment))));
  }

  /** What stands in parentheses: a key, a field on a condition, or an object whose fields are added. */
  private Entry dynamic() {
    Expression inner = expressions.expression();
    tokens.expect(")");
    if (tokens.current().isSymbol(":") || tokens.current().isSymbol("@(")) {
      return field(inner);
    }
    if (tokens.takesWord("if")) {
      Expression condition = expressions.simple();
      return environment -> Operators.isTrue(condition, environment) ? fieldsOf(inner, environment) : List.of();
    }
    return environment -> fieldsOf(inner, environment);
  }

  private static List<Field> fieldsOf(Expression object, Environment environment) {
    Object value = Content.bare(object.evaluate(environment));
    if (value == null) {
      return List.of();
    }
    if (Values.isArray(value)) {
      return Values.list(value).stream().flatMap(item -> Values.object(Content.bare(item)).fields().stream()).toList();
    }
    return Values.object(value).fields();
  }

  /** Reads attributes whose {@code @(} has been read. */
  private Map<Expression, Expression> attributes() {
    Map<Expression, Expression> attributes = new LinkedHashMap<>();
    while (!tokens.takes(")")) {
      if (tokens.takes("(")) {
        Expression inner = expressions.expression();
        tokens.expect(")");
        // Without a value, it is an object whose fields are the attributes
        attributes.put(inner, tokens.takes(":") ? expressions.expression() : environment -> null);
      } else {
        Token token = tokens.take();
        Expression name = token.kind() == Kind.TEXT ? OperandParser.text(token, parsing) : environment -> token.text();
        tokens.expect(":");
        attributes.put(name, expressions.expression());
      }
      if (!tokens.takes(",") && !tokens.current().isSymbol(")")) {
        throw tokens.unexpected();
      }
    }
    return attributes;
  }

  private static Map<String, Object> attributes(Map<Expression, Expression> attributes, Environment environment) {
    Map<String, Object> values = new LinkedHashMap<>();
    attributes.forEach((name, value) -> {
      Object key = Content.bare(name.evaluate(environment));
      if (key instanceof Map) {
        Values.object(key).fields().forEach(field -> values.put(field.name(), field.value()));
      } else {
        values.put(Text.of(key), Content.bare(value.evaluate(environment)));
      }
    });
    return values;
  }

  private static String text(Expression key, Environment environment) {
    return Text.of(Content.bare(key.evaluate(environment)));
  }
}
