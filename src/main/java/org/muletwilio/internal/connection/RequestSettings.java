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
import org.mule.runtime.http.api.client.HttpClientConfiguration;
import org.mule.runtime.http.api.tcp.TcpClientSocketProperties;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.TimeUnit;

/** How requests reach Twilio; shared by all connection providers. */
public class RequestSettings {

  private static final String TWILIO = "https://api.twilio.com";

  /**
   * Where Twilio's API is: <code>https://api.twilio.com</code>, that of an edge and region such as
   * <code>https://api.dublin.ie1.twilio.com</code>, or a simulator's. Default: <code>https://api.twilio.com</code>.
   */
  @Parameter
  @Optional(defaultValue = TWILIO)
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

  /**
   * @throws IllegalArgumentException that says which value is wrong, and why
   */
  void check() {
    try {
      URI uri = new URI(baseUri);
      if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
        throw new IllegalArgumentException("baseUri is '" + baseUri + "': it must be an http or https address without a query");
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("baseUri is '" + baseUri + "': it must be an http or https address", e);
    }
    requirePositive("connectTimeout", connectTimeout);
    requirePositive("responseTimeout", responseTimeout);
  }

  /** @return where requests go instead of to the host that the SDK names, or empty where they go there */
  java.util.Optional<String> getBaseUri() {
    return TWILIO.equals(baseUri) ? java.util.Optional.empty()
        : java.util.Optional.of(baseUri.endsWith("/") ? baseUri.substring(0, baseUri.length() - 1) : baseUri);
  }

  int getResponseTimeoutMillis() {
    return millis(responseTimeout, responseTimeoutUnit);
  }

  HttpClientConfiguration toClientConfiguration(String name) {
    return new HttpClientConfiguration.Builder().setName(name)
        .setClientSocketProperties(TcpClientSocketProperties.builder()
            .connectionTimeout(millis(connectTimeout, connectTimeoutUnit)).build())
        .build();
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ": it must be 1 or more");
    }
  }

  private static int millis(int value, TimeUnit unit) {
    return (int) max(1, min(Integer.MAX_VALUE, unit.toMillis(value)));
  }
}
