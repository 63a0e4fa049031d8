package org.muletwilio.internal.connection;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.http.api.client.proxy.ProxyConfig;

/** The HTTP proxy through which Twilio is reached, if any. */
public class ProxySettings {

  /** The proxy's host. Required where there is a proxy. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 1)
  @DisplayName("Host")
  @Summary("The proxy's host. Required where there is a proxy")
  @Example("proxy.example.com")
  private String host;

  /** The proxy's port, 1 to 65535. Required where there is a proxy. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 2)
  @DisplayName("Port")
  @Summary("The proxy's port. Required where there is a proxy")
  @Example("3128")
  private Integer port;

  /** Whom the proxy knows us as. Default: it asks for nobody. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 3)
  @DisplayName("Username")
  @Summary("The name to give to the proxy. Default: it asks for none")
  @Example("mule")
  private String username;

  /** The password for the proxy. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(order = 4)
  @DisplayName("Password")
  @Summary("The password for the proxy")
  private String password;

  /** Hosts that are reached without the proxy, with commas between them. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 5)
  @DisplayName("Non proxy hosts")
  @Summary("Hosts that are reached without the proxy, with commas between them. Default: none")
  @Example("localhost, *.example.com")
  private String nonProxyHosts;

  /**
   * @throws IllegalArgumentException that says what is wrong, and why
   */
  void check() {
    boolean given = host != null || port != null || username != null || password != null || nonProxyHosts != null;
    if (given && (host == null || host.isEmpty() || port == null)) {
      throw new IllegalArgumentException("proxy must have both host and port");
    }
    if (given && (port < 1 || port > 65535)) {
      throw new IllegalArgumentException("the port of proxy is " + port + ": it must be from 1 to 65535");
    }
    if ((username == null) != (password == null)) {
      throw new IllegalArgumentException("proxy must have both username and password, or neither");
    }
  }

  /** @return the proxy, or empty where Twilio is reached without one */
  java.util.Optional<ProxyConfig> toConfig() {
    return java.util.Optional.ofNullable(host).map(name -> ProxyConfig.builder().host(name).port(port).username(username)
        .password(password).nonProxyHosts(nonProxyHosts == null ? "" : nonProxyHosts).build());
  }
}
