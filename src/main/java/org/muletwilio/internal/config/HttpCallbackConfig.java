package org.muletwilio.internal.config;

import static java.util.Optional.ofNullable;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.api.tls.TlsContextFactory;
import org.mule.runtime.api.util.DataUnit;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.ConfigReference;

import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.callback.EndpointSettings;
import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.callback.listener.ListenAddress;
import org.muletwilio.internal.callback.listener.ListenerSettings;
import org.muletwilio.internal.error.Problems;

import java.util.function.IntSupplier;

/** Where the connector listens for callbacks, and which address leads there. Without the element it listens only when needed. */
public class HttpCallbackConfig extends CallbackProcessingConfig {

  private static final String DEFAULT_PATH = "/twilio/callbacks";
  private static final String ALL_INTERFACES = "0.0.0.0";
  private static final String DEFAULT_MAX_BODY_SIZE = "64";
  /** All callbacks in progress may have such a body at a time. */
  private static final int LARGEST_BODY_BYTES = 16 * 1024 * 1024;

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

  /** The port that Twilio sees, 1 to 65535. Default: the local port if the domain is this machine, else 443 or 80 by scheme. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 3)
  @DisplayName("Remote port")
  @Summary("The port that Twilio sees. Default: the local port where the domain is this machine, else 443 for https and 80 for "
      + "http; 443 makes the scheme https")
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
  private String path = DEFAULT_PATH;

  /** The name or IP of the network interface to listen on. Default: 0.0.0.0, which is all. */
  @Parameter
  @Optional(defaultValue = ALL_INTERFACES)
  @Expression(NOT_SUPPORTED)
  @Placement(order = 5)
  @DisplayName("Host")
  @Summary("The name or IP of the network interface to listen on. Default: 0.0.0.0, all of them")
  @Example("127.0.0.1")
  private String host = ALL_INTERFACES;

  /**
   * The name of a listener config of the HTTP connector that takes the callbacks instead of a listener of their own, for example
   * where there is one public port alone. It excludes <code>localPort</code>, <code>host</code> and a <code>tls:context</code>.
   * Its base path is not put in front of <code>path</code>.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @ConfigReference(namespace = "HTTP", name = "LISTENER_CONFIG")
  @Placement(order = 6)
  @DisplayName("Listener config")
  @Summary("An HTTP listener config that takes the callbacks. Default: a listener of their own. Its base path is not put "
      + "in front of path")
  @Example("HTTP_Listener_config")
  private String listenerConfig;

  /**
   * What the path of every callback starts with as Twilio sees it, where a proxy in front adds or strips a part of it. Default:
   * as <code>path</code>.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 7)
  @DisplayName("Public path")
  @Summary("What Twilio sees instead of path, where a proxy in front adds or strips a part of it. Default: the path")
  @Example("/mule/twilio/callbacks")
  private String publicPath;

  /**
   * Which tunnel's agent on this machine is asked for the public address: <code>NONE</code>, <code>NGROK</code>,
   * <code>CLOUDFLARED</code>, or <code>AUTO</code> for whichever runs. Default: <code>NONE</code>. A domain wins over it. A
   * tunnel is never started.
   */
  @Parameter
  @Optional(defaultValue = "NONE")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 8)
  @DisplayName("Tunnel")
  @Summary("Whose agent on this machine is asked for the public address. Default: NONE. A domain wins over it")
  private Tunnel tunnel = Tunnel.NONE;

  /** The port of the agent's HTTP API, 1 to 65535. Default: those that ngrok (4040) and cloudflared (20241) take. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(order = 9)
  @DisplayName("Tunnel agent port")
  @Summary("The port of the agent's HTTP API. Default: 4040 to 4044 of ngrok, 20241 to 20245 of cloudflared")
  @Example("4040")
  private Integer tunnelAgentPort;

  /**
   * Whether a callback must be signed with the connection's auth token or one of its shared keys. Default: true. False lets
   * anybody who learns an address run its flow.
   */
  @Parameter
  @Optional(defaultValue = "true")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 10)
  @DisplayName("Validate signature")
  @Summary("Refuse callbacks that are not signed with the account's auth token or a shared key. Default: true; false is "
      + "for tests alone")
  private boolean validateSignature = true;

  /**
   * How large a callback's body may be, in the unit of <code>maxBodySizeUnit</code>, up to 16 MB. A larger one is refused with
   * 413. Default: 64.
   */
  @Parameter
  @Optional(defaultValue = DEFAULT_MAX_BODY_SIZE)
  @Expression(NOT_SUPPORTED)
  @Placement(order = 11)
  @DisplayName("Maximum body size")
  @Summary("How large a callback's body may be, in the unit of maxBodySizeUnit, up to 16 MB. Default: 64. Batches of events may "
      + "be larger")
  @Example("512")
  private int maxBodySize = Integer.parseInt(DEFAULT_MAX_BODY_SIZE);

  /** The unit of the maximum body size. Default: KB, which is 1024 bytes. */
  @Parameter
  @Optional(defaultValue = "KB")
  @Expression(NOT_SUPPORTED)
  @Placement(order = 12)
  @DisplayName("Maximum body size unit")
  @Summary("The unit of maxBodySize. Default: KB, 1024 bytes")
  private DataUnit maxBodySizeUnit = DataUnit.KB;

  boolean isValidateSignature() {
    return validateSignature;
  }

  /**
   * @param defaultPort gives the port to listen on where none is set
   * @param tlsContext the key store of the own listener
   * @return the same, checked and complete
   * @throws IllegalArgumentException that says all that is wrong
   */
  EndpointSettings toSettings(IntSupplier defaultPort, java.util.Optional<TlsContextFactory> tlsContext) {
    Problems problems = new Problems();
    problems.require(!tlsContext.isPresent() || tlsContext.get().isKeyStoreConfigured(),
                     () -> "the tls:context has no tls:key-store, and a listener needs one");
    java.util.Optional<ListenerSettings> listener = problems
        .check(() -> listenerConfig == null ? ownListener(defaultPort, tlsContext) : sharedListener(tlsContext));
    problems.run(() -> PublicAddress.requirePath("path", path));
    java.util.Optional<AddressSettings> address = AddressSettings
        .of(problems, ofNullable(domain), ofNullable(remotePort), publicPath == null ? "path" : "publicPath",
            publicPath == null ? path : publicPath, tunnel, ofNullable(tunnelAgentPort));
    java.util.Optional<ProcessingSettings> processing = toProcessingSettings(problems);
    long bodyBytes = (long) maxBodySize * maxBodySizeUnit.toBytes(1);
    problems.require(bodyBytes > 0 && bodyBytes <= LARGEST_BODY_BYTES,
                     () -> "maxBodySize is " + maxBodySize + " " + maxBodySizeUnit + ": it must be from 1 byte to 16 MB");
    problems.end();
    return new EndpointSettings(listener.get(), address.get(), path, (int) bodyBytes, processing.get());
  }

  private ListenerSettings ownListener(IntSupplier defaultPort, java.util.Optional<TlsContextFactory> tlsContext) {
    int port = PublicAddress.requirePort("localPort", localPort == null ? defaultPort.getAsInt() : localPort);
    return ListenerSettings.own(new ListenAddress(host, port), tlsContext);
  }

  private ListenerSettings sharedListener(java.util.Optional<TlsContextFactory> tlsContext) {
    if (localPort != null || !ALL_INTERFACES.equals(host) || tlsContext.isPresent()) {
      throw new IllegalArgumentException("listenerConfig is '" + listenerConfig + "': that listener has its own port, host and "
          + "TLS. Leave out localPort, host and tls:context, or listenerConfig");
    }
    return ListenerSettings.shared(listenerConfig);
  }
}
