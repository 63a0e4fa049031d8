package org.muletwilio.internal.config;

import org.mule.runtime.api.component.ConfigurationProperties;

/** The port to listen on where a config sets none. */
final class DefaultPort {

  private static final String PROPERTY = "http.port";
  private static final int PORT = 8081;

  private DefaultPort() {}

  /**
   * @param properties the application's
   * @return the property <code>http.port</code>, else 8081
   * @throws IllegalArgumentException if the property is not a number
   */
  static int of(ConfigurationProperties properties) {
    String port = properties.resolveStringProperty(PROPERTY).orElseGet(() -> System.getProperty(PROPERTY));
    try {
      return port == null ? PORT : Integer.parseInt(port.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the property " + PROPERTY + " is '" + port + "': it must be a port");
    }
  }
}
