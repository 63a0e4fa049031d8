package org.muletwilio.internal.callback;

/** Where an endpoint listens, how Twilio reaches it, and when it answers. Immutable. */
public final class EndpointSettings {

  private final ListenerSettings listener;
  private final AddressSettings address;
  private final String basePath;
  private final boolean async;

  /**
   * @param listener where to listen
   * @param address how Twilio reaches it
   * @param basePath what the paths of all callbacks start with, as they arrive
   * @param async whether to answer before the flow has ended
   * @throws IllegalArgumentException that says which value is wrong, and why
   */
  public EndpointSettings(ListenerSettings listener, AddressSettings address, String basePath, boolean async) {
    this.listener = listener;
    this.address = address;
    this.basePath = PublicAddress.requirePath("path", basePath);
    this.async = async;
  }

  ListenerSettings getListener() {
    return listener;
  }

  AddressSettings getAddress() {
    return address;
  }

  String getBasePath() {
    return basePath;
  }

  boolean isAsync() {
    return async;
  }
}
