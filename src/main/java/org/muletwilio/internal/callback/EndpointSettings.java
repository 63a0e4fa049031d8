package org.muletwilio.internal.callback;

/** Where an endpoint listens, how Twilio reaches it, and when it answers. Immutable. */
public final class EndpointSettings {

  private final ListenAddress listenAddress;
  private final PublicAddress publicAddress;
  private final String basePath;
  private final boolean async;

  /**
   * @param listenAddress where to listen
   * @param publicAddress how Twilio reaches it
   * @param basePath what the paths of all callbacks start with
   * @param async whether to answer before the flow has ended
   */
  public EndpointSettings(ListenAddress listenAddress, PublicAddress publicAddress, String basePath, boolean async) {
    this.listenAddress = listenAddress;
    this.publicAddress = publicAddress;
    this.basePath = basePath;
    this.async = async;
  }

  ListenAddress getListenAddress() {
    return listenAddress;
  }

  PublicAddress getPublicAddress() {
    return publicAddress;
  }

  String getBasePath() {
    return basePath;
  }

  boolean isAsync() {
    return async;
  }
}
