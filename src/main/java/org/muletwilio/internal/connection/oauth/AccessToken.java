package org.muletwilio.internal.connection.oauth;

/** A token that Twilio gave for some time. Immutable; doesn't show itself. */
public final class AccessToken {

  private final String text;
  private final long lifetimeMillis;

  public AccessToken(String text, long lifetimeMillis) {
    this.text = text;
    this.lifetimeMillis = lifetimeMillis;
  }

  String getText() {
    return text;
  }

  long getLifetimeMillis() {
    return lifetimeMillis;
  }
}
