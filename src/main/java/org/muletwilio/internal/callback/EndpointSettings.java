package org.muletwilio.internal.callback;

import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.callback.listener.ListenerSettings;

/** Where an endpoint listens, how Twilio reaches it, and what it does. Immutable. */
public final class EndpointSettings {

  private final ListenerSettings listener;
  private final AddressSettings address;
  private final String basePath;
  private final int maxBodyBytes;
  private final ProcessingSettings processing;

  /**
   * @param listener where to listen
   * @param address how Twilio reaches it
   * @param basePath what the paths of all callbacks start with, as they arrive
   * @param maxBodyBytes how large a callback's body may be
   * @param processing how callbacks are worked on
   * @throws IllegalArgumentException that says which value is wrong, and why
   */
  public EndpointSettings(ListenerSettings listener, AddressSettings address, String basePath, int maxBodyBytes,
                          ProcessingSettings processing) {
    this.listener = listener;
    this.address = address;
    this.basePath = PublicAddress.requirePath("path", basePath);
    this.maxBodyBytes = maxBodyBytes;
    this.processing = processing;
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

  int getMaxBodyBytes() {
    return maxBodyBytes;
  }

  /** @return how callbacks are worked on */
  public ProcessingSettings getProcessing() {
    return processing;
  }
}
