package org.muletwilio.testkit.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.mule.runtime.api.el.BindingContext;
import org.mule.runtime.api.el.ExpressionFunction;
import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.FunctionParameter;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.value.Comparison;
import org.muletwilio.testkit.expression.value.Text;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each row of the tables in the documentation of the embedded language is so. */
class EmbeddedLanguageDocumentationTest {

  private static final Path PAGE = Path.of("docs/embedded-language.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(.+?)` \\| (.+) \\|$");
  private static final String REFUSED = "## What it refuses";

  private final ApplicationResources resources = resources();
  private final EmbeddedExpressionLanguage language = new EmbeddedExpressionLanguage(resources);
  private final ScriptCheck check = new ScriptCheck(resources, Set.of());

  /** What an error is to an expression. */
  public record Failure(String description, Map<String, String> errorType) {
  }

  @TestFactory
  Stream<DynamicTest> eachExpressionHasItsValue() throws IOException {
    String tables = Files.readString(PAGE).split(REFUSED)[0];
    List<String[]> rows = rows(tables);
    assertTrue(rows.size() > 140, rows.size() + " rows");
    return rows.stream().map(row -> dynamicTest(row[0], () -> {
      assertEquals(List.of(), check.problems(row[0]));
      Object value = Content.bare(language.evaluate(row[0], bindings()));
      Object expected = Content.bare(language.evaluate(row[1].substring(1, row[1].length() - 1), bindings()));
      boolean written = row[0].contains("output ") && !row[0].contains("output application/java");
      assertTrue(written ? text(row[0]).equals(expected) : Comparison.equal(expected, value), () -> "it is " + value);
    }));
  }

  @TestFactory
  Stream<DynamicTest> whatItDoesNotKnowIsRefused() throws IOException {
    List<String[]> rows = rows(Files.readString(PAGE).split(REFUSED)[1]);
    assertTrue(rows.size() > 10, rows.size() + " rows");
    return rows.stream().map(row -> dynamicTest(row[0], () -> {
      List<ScriptCheck.Problem> problems = check.problems(row[0]);
      assertEquals(1, problems.size(), problems::toString);
      assertTrue(problems.get(0).message().contains(row[1]), problems::toString);
    }));
  }

  private String text(String expression) {
    return Text.of(language.evaluate(expression, bindings()));
  }

  private static List<String[]> rows(String text) {
    return ROW.matcher(text).results()
        .map(row -> new String[] {row.group(1).replace("\\|", "|"), row.group(2).replace("\\|", "|")}).toList();
  }

  private static ApplicationResources resources() {
    try {
      URL folder = Path.of("src/test/resources/embedded-language").toUri().toURL();
      return new ApplicationResources(new URLClassLoader(new URL[] {folder}), List.of());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BindingContext bindings() {
    String order = "{\"id\": 4711, \"items\": [{\"name\": \"tea\", \"price\": 3}, {\"name\": \"cup\", \"price\": 4.5}]}";
    return BindingContext.builder()
        .addBinding("payload", TypedValue.of(Map.of("MessageStatus", "delivered", "To", "+15551234567")))
        .addBinding("attributes", TypedValue.of(Map.of("status", "delivered", "context", Map.of("order", "4711"))))
        .addBinding("vars", TypedValue.of(Map.of("order", new TypedValue<>(order, DataType.JSON_STRING),
                                                 "list", TypedValue.of(List.of(1, 2, 3, 4)))))
        .addBinding("correlationId", TypedValue.of("c-1"))
        .addBinding("error", TypedValue.of(new Failure("No route", Map.of("identifier", "CONNECTIVITY"))))
        .addBinding("p", new TypedValue<>(properties(), DataType.fromType(ExpressionFunction.class)))
        .build();
  }

  private static ExpressionFunction properties() {
    return new ExpressionFunction() {

      @Override
      public Object call(Object[] parameters, BindingContext context) {
        return Map.of("twilio.from", "+15005550006").get(parameters[0]);
      }

      @Override
      public Optional<DataType> returnType() {
        return Optional.of(DataType.STRING);
      }

      @Override
      public List<FunctionParameter> parameters() {
        return List.of(new FunctionParameter("name", DataType.STRING));
      }
    };
  }
}
