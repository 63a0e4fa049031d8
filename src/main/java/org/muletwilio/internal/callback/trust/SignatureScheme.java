package org.muletwilio.internal.callback.trust;

/** The ways in which Twilio signs a callback. */
public enum SignatureScheme {

  /** By HMAC-SHA1 with the auth token of the account that owns the message, call … */
  AUTH_TOKEN,
  /** By HMAC-SHA256 with a SharedKey, where a Rule of Twilio's webhook configuration says so. */
  SHARED_KEY
}
