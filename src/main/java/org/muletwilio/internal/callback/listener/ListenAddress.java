package org.muletwilio.internal.callback.listener;

import java.util.Objects;

/** The local address of a listener. Immutable. */
public final class ListenAddress {

  private final String host;
  private final int port;

  /**
   * @param host the name or IP of the network interface to bind
   * @param port the port to listen on
   */
  public ListenAddress(String host, int port) {
    this.host = host;
    this.port = port;
  }

  String getHost() {
    return host;
  }

  int getPort() {
    return port;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListenAddress && host.equals(((ListenAddress) other).host) && port == ((ListenAddress) other).port;
  }

  @Override
  public int hashCode() {
    return Objects.hash(host, port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
