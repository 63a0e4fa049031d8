package org.muletwilio.internal.connection;

/** A token that Twilio gave for some time. Immutable; doesn't show itself. */
final class AccessToken {

  private final String text;
  private final long lifetimeMillis;

  AccessToken(String text, long lifetimeMillis) {
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
