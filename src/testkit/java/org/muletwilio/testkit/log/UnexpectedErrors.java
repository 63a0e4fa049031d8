package org.muletwilio.testkit.log;

import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test in which an error is logged that {@link ExpectedErrors} doesn't name: by Log4j at ERROR, by java.util.logging at
 * SEVERE. JUnit finds it by itself and runs it for each test.
 */
public final class UnexpectedErrors implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    ErrorLog.get().expect(expectedBy(context.getTestClass()));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Set<String> expected = new HashSet<>(expectedBy(context.getTestClass()));
    expected.addAll(expectedBy(context.getTestMethod()));
    ErrorLog.get().expect(expected);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    check();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    check();
  }

  static void check() {
    List<String> unexpected = ErrorLog.get().takeUnexpected();
    if (!unexpected.isEmpty()) {
      throw new AssertionError("Errors were logged that no @ExpectedErrors names:\n  " + String.join("\n  ", unexpected));
    }
  }

  static Set<String> expectedBy(Optional<? extends AnnotatedElement> element) {
    return element.map(each -> each.getAnnotation(ExpectedErrors.class)).map(errors -> Set.of(errors.value())).orElse(Set.of());
  }
}
