package org.muletwilio.internal.connection;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import java.util.concurrent.TimeUnit;

/** How connections to Twilio are kept; shared by all connection providers. */
public class ConnectionPoolSettings {

  private static final int UNLIMITED = -1;

  /**
   * How many connections may be in use at a time. Further requests wait for their turn, as long as an answer may take. Default:
   * -1, as many as are needed.
   */
  @Parameter
  @Optional(defaultValue = "-1")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 8)
  @DisplayName("Max connections")
  @Summary("How many connections to Twilio may be in use at a time; further requests wait for their turn. Default: -1, as many "
      + "as are needed")
  @Example("50")
  private int maxConnections;

  /** How long a connection that is not used is kept open. Default: 30. */
  @Parameter
  @Optional(defaultValue = "30")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 9)
  @DisplayName("Connection idle timeout")
  @Summary("How long a connection that is not used is kept open, in the unit of connectionIdleTimeoutUnit. Default: 30")
  @Example("30")
  private int connectionIdleTimeout;

  /** The unit of the connection idle timeout. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = ADVANCED_TAB, order = 10)
  @DisplayName("Connection idle timeout unit")
  @Summary("The unit of the connection idle timeout. Default: SECONDS")
  private TimeUnit connectionIdleTimeoutUnit;

  /**
   * @throws IllegalArgumentException that says which value is wrong, and why
   */
  void check() {
    if (maxConnections < 1 && maxConnections != UNLIMITED) {
      throw new IllegalArgumentException("maxConnections is " + maxConnections + ": it must be 1 or more, or -1 for no limit");
    }
    RequestSettings.requireAtLeast(1, "connectionIdleTimeout", connectionIdleTimeout);
  }

  /** @return how many requests may be on their way at a time, or -1 for no limit */
  int getMaxConnections() {
    return maxConnections;
  }

  int getConnectionIdleTimeoutMillis() {
    return RequestSettings.millis(connectionIdleTimeout, connectionIdleTimeoutUnit);
  }
}
