package org.muletwilio.testkit.munit.suite;

/**
 * A suite that can't be run: its message names the file, the line and what is wrong.
 */
public final class SuiteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean ofOtherFile;

  SuiteException(String message) {
    this(message, false);
  }

  private SuiteException(String message, boolean ofOtherFile) {
    super(message);
    this.ofOtherFile = ofOtherFile;
  }

  SuiteException(String message, Throwable cause) {
    super(message, cause);
    ofOtherFile = false;
  }

  static SuiteException notASuite(String file) {
    return new SuiteException(file + " has no munit:config, so MUnit doesn't take it for a suite", true);
  }

  /** @return whether the file isn't a suite, as one that suites import */
  public boolean isOfOtherFile() {
    return ofOtherFile;
  }
}
