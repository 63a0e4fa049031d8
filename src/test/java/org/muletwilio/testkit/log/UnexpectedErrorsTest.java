package org.muletwilio.testkit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Tests that log errors are run here by JUnit and jqwik themselves: those that nobody expects fail. */
class UnexpectedErrorsTest {

  @Test
  void anErrorThatNobodyExpectsFailsItsTest() {
    assertEquals(Map.of("error()", "FAILED", "severe()", "FAILED", "warning()", "SUCCESSFUL", "expected()", "SUCCESSFUL",
                        "anotherError()", "FAILED"), outcomes("junit-jupiter", LoggingFixture.class));
  }

  @Test
  void propertiesFailToo() {
    assertEquals(Map.of("error", "FAILED", "expected", "SUCCESSFUL"), outcomes("jqwik", LoggingPropertiesFixture.class));
  }

  private static Map<String, String> outcomes(String engine, Class<?> tests) {
    Map<String, String> outcomes = new TreeMap<>();
    List<Event> ends = EngineTestKit.engine(engine).selectors(selectClass(tests))
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .configurationParameter("jqwik.database", "target/jqwik-database").execute().testEvents().finished().list();
    for (Event end : ends) {
      TestExecutionResult result = end.getRequiredPayload(TestExecutionResult.class);
      outcomes.put(end.getTestDescriptor().getDisplayName(), result.getStatus().name());
      result.getThrowable().ifPresent(failure -> assertTrue(failure.getMessage().contains("on purpose"), failure.getMessage()));
    }
    return outcomes;
  }
}
