package org.muletwilio.testkit.munit.matcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.format.DwFormat;
import org.muletwilio.testkit.expression.function.Arguments;
import org.muletwilio.testkit.expression.function.Library;
import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.FunctionValue;
import org.muletwilio.testkit.expression.value.Text;
import org.muletwilio.testkit.expression.value.TypeName;
import org.muletwilio.testkit.expression.value.Values;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** {@code dw::test::Asserts}: matchers are functions there, and results of matching are objects. */
public final class Asserts {

  private static final String NAME = "dw::test::Asserts";

  private Asserts() {}

  public static Library library() {
    Library library = new Library(NAME)
        .addType("Matcher", TypeName.FUNCTION)
        .addType("MatcherResult", TypeName.OBJECT)
        .addLambdas("must", 2, Set.of(1), arguments -> must(arguments.at(0), arguments.function(1)))
        .add("equalTo", 1, 2, arguments -> equalTo(arguments, arguments.at(0)))
        .add("equalToResource", 1, 3, arguments -> equalTo(arguments, resource(arguments)))
        .add("notBe", 1, arguments -> {
          FunctionValue matcher = arguments.function(0);
          return matcher("not what was ruled out", value -> !matches(matcher.call(value)));
        })
        .add("anyOf", 1, arguments -> {
          List<?> matchers = arguments.list(0);
          return matcher("any of " + matchers.size() + " alternatives",
                         value -> matchers.stream().anyMatch(each -> matches(Values.function(each).call(value))));
        })
        .add("beOneOf", 1, arguments -> {
          List<?> values = arguments.list(0);
          return matcher("one of " + DwFormat.line(values),
              value -> values.stream().anyMatch(each -> Comparison.equal(each, value)));
        })
        .add("beGreaterThan", 1, 2, arguments -> compared("greater than ", arguments, 1))
        .add("beLowerThan", 1, 2, arguments -> compared("lower than ", arguments, -1));
    ofTypes(library);
    ofText(library);
    return AssertsOfCollections.addTo(library);
  }

  private static void ofTypes(Library library) {
    library.add("beArray", 0, arguments -> ofType(TypeName.ARRAY)).add("beBoolean", 0, arguments -> ofType(TypeName.BOOLEAN))
        .add("beNumber", 0, arguments -> ofType(TypeName.NUMBER)).add("beObject", 0, arguments -> ofType(TypeName.OBJECT))
        .add("beString", 0, arguments -> ofType(TypeName.STRING)).add("beNull", 0, arguments -> ofType(TypeName.NULL))
        .add("notBeNull", 0, arguments -> matcher("not null", value -> value != null));
  }

  private static void ofText(Library library) {
    library.add("beBlank", 0, arguments -> matcher("blank", value -> value == null || isText(value) && Text.of(value).isBlank()))
        .add("startWith", 1, arguments -> ofText("starts with", arguments, (text, part) -> text.startsWith(part)))
        .add("endWith", 1, arguments -> ofText("ends with", arguments, (text, part) -> text.endsWith(part)));
  }

  /** What a text has to do with a part of it. */
  private interface TextRelation {

    boolean holds(String text, String part);
  }

  private static FunctionValue ofText(String relation, Arguments arguments, TextRelation condition) {
    String part = arguments.text(0);
    return matcher("a text that " + relation + " \"" + part + "\"",
                   value -> isText(value) && condition.holds(Text.of(value), part));
  }

  static boolean isText(Object value) {
    return TypeName.STRING.accepts(value);
  }

  private static FunctionValue ofType(TypeName type) {
    return matcher("of the type " + type, type::accepts);
  }

  private static FunctionValue compared(String relation, Arguments arguments, int sign) {
    Object other = arguments.at(0);
    boolean inclusive = arguments.has(1) && Values.isTrue(arguments.at(1));
    return matcher(relation + (inclusive ? "or equal to " : "") + DwFormat.line(other), value -> {
      int order = value == null ? -sign : Integer.signum(Comparison.compare(value, other)) * sign;
      return order > 0 || inclusive && order == 0 && value != null;
    });
  }

  private static FunctionValue equalTo(Arguments arguments, Object expected) {
    boolean unordered = arguments.has(1) && arguments.at(1) instanceof Map<?, ?> options
        && Boolean.TRUE.equals(options.get("unordered"));
    return matcher(DwFormat.line(expected), value -> unordered ? Unordered.equal(expected, value)
        : Comparison.equal(expected, value));
  }

  private static Object resource(Arguments arguments) {
    String name = arguments.text(0).replaceFirst("^classpath://", "");
    byte[] content = arguments.context().resource(name)
        .orElseThrow(() -> new ExpressionFailedException("equalToResource: nothing on the class path is named " + name));
    MediaType type = MediaType.parse(arguments.text(1, "application/dw"));
    return type.matches(MediaType.parse("application/dw")) ? arguments.context().evaluate(new String(content, UTF_8))
        : Content.bare(new TypedValue<>(content, DataType.builder().type(byte[].class).mediaType(type).build()));
  }

  /** @return a matcher: a function whose result says whether a value is as expected */
  static FunctionValue matcher(String expected, Predicate<Object> condition) {
    return new FunctionValue("a matcher", 1, 1, arguments -> {
      Object value = Content.bare(arguments[0]);
      return result(condition.test(value), expected, value);
    });
  }

  private static DataObject result(boolean matches, String expected, Object actual) {
    return DataObject.of("matches", matches, "description", DataObject.of("expected", expected, "actual", DwFormat.line(actual)));
  }

  /** The expression behind {@code must} is a matcher, a condition, the result of another {@code must}, or an array of these. */
  private static Object must(Object value, FunctionValue expression) {
    return combined(value, Values.plain(expression.call(value)));
  }

  private static Object combined(Object value, Object outcome) {
    if (outcome instanceof FunctionValue matcher) {
      return combined(value, Values.plain(matcher.call(value)));
    }
    if (outcome instanceof Boolean holds) {
      return result(holds, "a value for which the condition holds", value);
    }
    if (Values.isArray(outcome)) {
      return Values.list(outcome).stream().map(each -> combined(value, Values.plain(each))).filter(each -> !matches(each))
          .findFirst()
          .orElseGet(() -> result(true, "all conditions", value));
    }
    return outcome;
  }

  /**
   * @param result of matching
   * @throws ExpressionFailedException if it isn't one
   */
  public static boolean matches(Object result) {
    Object plain = Values.plain(result);
    if (plain instanceof Map<?, ?> map && map.containsKey("matches")) {
      return Values.isTrue(Values.plain(map.get("matches")));
    }
    return Values.isTrue(plain);
  }
}
