package org.muletwilio.testkit.log;

import net.jqwik.api.Example;
import org.apache.logging.log4j.LogManager;

/** As {@link LoggingFixture}. */
class LoggingPropertiesFixture {

  @Example
  void error() {
    LogManager.getLogger("broken").error("an error on purpose");
  }

  @Example
  @ExpectedErrors("broken: an expected error")
  void expected() {
    LogManager.getLogger("broken").error("an expected error on purpose");
  }
}
