package org.muletwilio.testkit.tool;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** Programs that a test needs. */
public final class RequiredTool {

  /** Set where all programs are installed. */
  private static final String ALL_INSTALLED = "tools.installed";

  private RequiredTool() {}

  /**
   * Skips a test whose program is not installed. With the system property {@code tools.installed=true} it fails instead.
   *
   * @param reasonAgainst why the program can't be run, or empty where it can
   */
  public static void assume(Optional<String> reasonAgainst) {
    if (Boolean.getBoolean(ALL_INSTALLED)) {
      reasonAgainst.ifPresent(reason -> fail(reason));
    }
    assumeTrue(reasonAgainst.isEmpty(), () -> reasonAgainst.orElseThrow());
  }
}
