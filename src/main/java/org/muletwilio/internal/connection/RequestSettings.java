package org.muletwilio.internal.connection;

import static java.lang.Math.max;
import static java.lang.Math.min;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.connection.http.ApiAddress;

import java.util.concurrent.TimeUnit;

/** How requests reach Twilio; shared by all connection providers. */
public class RequestSettings {

  /**
   * Where Twilio's API is: <code>https://api.twilio.com</code>, that of an edge and region such as
   * <code>https://api.dublin.ie1.twilio.com</code>, or a simulator's. Default: <code>https://api.twilio.com</code>.
   */
  @Parameter
  @Optional(defaultValue = ApiAddress.TWILIO)
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Base URI")
  @Summary("Where Twilio's API is. Default: https://api.twilio.com; another for an edge and region, or for a simulator")
  @Example("https://api.dublin.ie1.twilio.com")
  private String baseUri;

  /** How long to wait for a connection. Default: 10. */
  @Parameter
  @Optional(defaultValue = "10")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Connect timeout")
  @Summary("How long to wait for a connection, in the unit of connectTimeoutUnit. Default: 10")
  @Example("10")
  private int connectTimeout;

  /** The unit of the connect timeout. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Connect timeout unit")
  @Summary("The unit of the connect timeout. Default: SECONDS")
  private TimeUnit connectTimeoutUnit;

  /** How long to wait for an answer. Default: 30. A create that times out may have been done. */
  @Parameter
  @Optional(defaultValue = "30")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Response timeout")
  @Summary("How long to wait for an answer, in the unit of responseTimeoutUnit. Default: 30. "
      + "What was asked for may have been done when it runs out")
  @Example("30")
  private int responseTimeout;

  /** The unit of the response timeout. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 5)
  @DisplayName("Response timeout unit")
  @Summary("The unit of the response timeout. Default: SECONDS")
  private TimeUnit responseTimeoutUnit;

  /** How long a request may take with all its repeats after Twilio answered 429 (too many requests). Default: 30; 0: none. */
  @Parameter
  @Optional(defaultValue = "30")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 6)
  @DisplayName("Retry budget")
  @Summary("How long a request may take with all its repeats after Twilio answered 429 (too many requests), in the unit of "
      + "retryBudgetUnit. Default: 30; 0 repeats none. There are 5 tries at most")
  @Example("30")
  private int retryBudget;

  /** The unit of the retry budget. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 7)
  @DisplayName("Retry budget unit")
  @Summary("The unit of the retry budget. Default: SECONDS")
  private TimeUnit retryBudgetUnit;

  /**
   * @throws IllegalArgumentException that says which value is wrong, and why
   */
  void check() {
    getAddress();
    requireAtLeast(1, "connectTimeout", connectTimeout);
    requireAtLeast(1, "responseTimeout", responseTimeout);
    requireAtLeast(0, "retryBudget", retryBudget);
  }

  ApiAddress getAddress() {
    return ApiAddress.parse(baseUri);
  }

  int getConnectTimeoutMillis() {
    return millis(connectTimeout, connectTimeoutUnit);
  }

  int getResponseTimeoutMillis() {
    return millis(responseTimeout, responseTimeoutUnit);
  }

  long getRetryBudgetMillis() {
    return retryBudgetUnit.toMillis(retryBudget);
  }

  static void requireAtLeast(int least, String name, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ": it must be " + least + " or more");
    }
  }

  /** @return the time for Mule's HTTP client, which counts in int */
  static int millis(int value, TimeUnit unit) {
    return (int) max(1, min(Integer.MAX_VALUE, unit.toMillis(value)));
  }
}
