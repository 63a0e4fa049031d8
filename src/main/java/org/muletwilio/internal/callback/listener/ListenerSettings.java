package org.muletwilio.internal.callback.listener;

import org.mule.runtime.api.tls.TlsContextFactory;

import java.util.Optional;

/** Which listener takes an endpoint's callbacks: one of its own, or one of the HTTP connector. Immutable. */
public final class ListenerSettings {

  private final ListenAddress address;
  private final TlsContextFactory tlsContext;
  private final String listenerConfig;

  private ListenerSettings(ListenAddress address, TlsContextFactory tlsContext, String listenerConfig) {
    this.address = address;
    this.tlsContext = tlsContext;
    this.listenerConfig = listenerConfig;
  }

  /**
   * @param address where to listen
   * @param tlsContext the key store and protocols of HTTPS; empty for HTTP
   * @return a listener that the connector opens
   */
  public static ListenerSettings own(ListenAddress address, Optional<TlsContextFactory> tlsContext) {
    return new ListenerSettings(address, tlsContext.orElse(null), null);
  }

  /**
   * @param listenerConfig the name of the HTTP connector's listener config
   * @return a listener that the application has anyway
   */
  public static ListenerSettings shared(String listenerConfig) {
    return new ListenerSettings(null, null, listenerConfig);
  }

  Optional<String> getListenerConfig() {
    return Optional.ofNullable(listenerConfig);
  }

  /** @return where an own listener listens; null for a shared one */
  ListenAddress getAddress() {
    return address;
  }

  Optional<TlsContextFactory> getTlsContext() {
    return Optional.ofNullable(tlsContext);
  }

  @Override
  public String toString() {
    return listenerConfig != null ? "listener config '" + listenerConfig + "', shared"
        : address + (tlsContext == null ? "" : " with TLS") + ", a listener of its own";
  }
}
