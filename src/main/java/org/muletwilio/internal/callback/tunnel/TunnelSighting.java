package org.muletwilio.internal.callback.tunnel;

import java.util.Optional;

/** What an agent answered when it was asked for a tunnel. Immutable. */
final class TunnelSighting {

  private final String publicUrl;
  private final String said;

  private TunnelSighting(String publicUrl, String said) {
    this.publicUrl = publicUrl;
    this.said = said;
  }

  /**
   * @param publicUrl the tunnel's address
   * @param agent whose it is
   */
  static TunnelSighting found(String publicUrl, String agent) {
    return new TunnelSighting(publicUrl, agent);
  }

  /** @param said what was seen instead */
  static TunnelSighting missed(String said) {
    return new TunnelSighting(null, said);
  }

  Optional<String> getPublicUrl() {
    return Optional.ofNullable(publicUrl);
  }

  /** @return who has the tunnel, or what was seen instead */
  String getSaid() {
    return said;
  }
}
