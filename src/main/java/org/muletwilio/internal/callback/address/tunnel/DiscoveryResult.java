package org.muletwilio.internal.callback.address.tunnel;

import org.muletwilio.internal.callback.codec.LogText;

import java.util.Optional;

/** What an agent answered when it was asked for a tunnel. Immutable. */
final class DiscoveryResult {

  private final String publicUrl;
  private final String said;

  private DiscoveryResult(String publicUrl, String said) {
    this.publicUrl = publicUrl;
    this.said = said;
  }

  /**
   * @param publicUrl the tunnel's address
   * @param agent whose it is
   */
  static DiscoveryResult found(String publicUrl, String agent) {
    return new DiscoveryResult(publicUrl, agent);
  }

  /** @param said what was seen instead; any program may answer at an agent's port, so that it is escaped and cut */
  static DiscoveryResult missed(String said) {
    return new DiscoveryResult(null, LogText.of(said));
  }

  Optional<String> getPublicUrl() {
    return Optional.ofNullable(publicUrl);
  }

  /** @return who has the tunnel, or what was seen instead */
  String getSaid() {
    return said;
  }
}
