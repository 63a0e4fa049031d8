package org.muletwilio.testkit.log;

import java.util.logging.Logger;

import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.Test;

/** Run by {@link UnexpectedErrorsTest} alone: its name is not that of a test. */
class LoggingFixture {

  @Test
  void error() {
    LogManager.getLogger("broken").error("an error on purpose");
  }

  @Test
  void severe() {
    Logger.getLogger("broken").severe("severe on purpose");
  }

  @Test
  void warning() {
    LogManager.getLogger("broken").warn("a warning on purpose");
  }

  @Test
  @ExpectedErrors("broken: an expected error")
  void expected() {
    LogManager.getLogger("broken").error("an expected error on purpose");
  }

  @Test
  @ExpectedErrors("broken: an expected error")
  void anotherError() {
    LogManager.getLogger("broken").error("another error on purpose");
  }
}
