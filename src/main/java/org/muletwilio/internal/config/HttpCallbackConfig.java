package org.muletwilio.internal.config;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.callback.EndpointSettings;
import org.muletwilio.internal.callback.ListenAddress;
import org.muletwilio.internal.callback.PublicAddress;

import java.util.function.IntSupplier;

/** Where callbacks are listened for and under which address Twilio reaches them. */
public class HttpCallbackConfig {

  private static final String DEFAULT_PATH = "/twilio/callbacks";
  private static final String ALL_INTERFACES = "0.0.0.0";

  /**
   * The host that Twilio sees, with or without <code>http://</code> or <code>https://</code>. Without it the addresses say
   * localhost, which Twilio refuses.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 1)
  @DisplayName("Domain")
  @Summary("The host that Twilio sees, with or without http:// or https://. Default: localhost, which only a simulator reaches")
  @Example("gentle-fox.loca.lt")
  private String domain;

  /** The port to listen on, 1 to 65535. Default: the property <code>http.port</code>, else 8081. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 2)
  @DisplayName("Local port")
  @Summary("The port to listen on. Default: the property http.port, else 8081")
  @Example("8081")
  private Integer localPort;

  /** The port that Twilio sees, 1 to 65535. Default: the local port where no domain is given, else 443 or 80 by the scheme. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 3)
  @DisplayName("Remote port")
  @Summary("The port that Twilio sees. Default: the local port without a domain, else 443 for https and 80 for http; "
      + "443 makes the scheme https")
  @Example("443")
  private Integer remotePort;

  /** What the path of every callback starts with. Default: <code>/twilio/callbacks</code>. */
  @Parameter
  @Optional(defaultValue = DEFAULT_PATH)
  @Expression(NOT_SUPPORTED)
  @Placement(order = 4)
  @DisplayName("Path")
  @Summary("What the path of every callback starts with. Default: /twilio/callbacks")
  @Example("/twilio/callbacks")
  private String path;

  /** The name or IP of the network interface to listen on. Default: 0.0.0.0, which is all. */
  @Parameter
  @Optional(defaultValue = ALL_INTERFACES)
  @Expression(NOT_SUPPORTED)
  @Placement(order = 5)
  @DisplayName("Host")
  @Summary("The name or IP of the network interface to listen on. Default: 0.0.0.0, all of them")
  @Example("127.0.0.1")
  private String host;

  /**
   * Whether to answer Twilio as soon as a callback is accepted. Default: false, the end of the flow is the answer, and a failed
   * flow makes Twilio repeat the callback.
   */
  @Parameter
  @Optional(defaultValue = "false")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 6)
  @DisplayName("Asynchronous")
  @Summary("Answer Twilio as soon as a callback is accepted. Default: false, a failed flow makes Twilio repeat the callback")
  private boolean async;

  /**
   * Whether a callback must be signed with the connection's auth token. Default: true. False lets anybody who learns an address
   * run its flow.
   */
  @Parameter
  @Optional(defaultValue = "true")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 7)
  @DisplayName("Validate signature")
  @Summary("Refuse callbacks that are not signed with the account's auth token. Default: true; false is for tests alone")
  private boolean validateSignature;

  /** @return whether the element says anything: Mule makes this object also where the element is absent */
  boolean isGiven() {
    return domain != null || localPort != null || remotePort != null || async || !validateSignature
        || !DEFAULT_PATH.equals(path) || !ALL_INTERFACES.equals(host);
  }

  boolean isValidateSignature() {
    return validateSignature;
  }

  /**
   * @param defaultPort gives the port to listen on where none is set
   * @return the same, checked and complete
   * @throws IllegalArgumentException that says which value is wrong, and why
   */
  EndpointSettings toSettings(IntSupplier defaultPort) {
    int listenPort = PublicAddress.requirePort("localPort", localPort == null ? defaultPort.getAsInt() : localPort);
    return new EndpointSettings(new ListenAddress(host, listenPort),
                                PublicAddress.of(java.util.Optional.ofNullable(domain), listenPort,
                                                 java.util.Optional.ofNullable(remotePort), path),
                                PublicAddress.requirePath(path), async);
  }
}
