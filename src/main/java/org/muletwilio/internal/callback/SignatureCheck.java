package org.muletwilio.internal.callback;

import static java.util.Collections.unmodifiableList;

import org.mule.runtime.api.util.MultiMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom an endpoint trusts. Immutable. */
public final class SignatureCheck {

  private final List<AuthToken> trusted;
  private final boolean required;

  /**
   * @param trusted the auth tokens of which one must have signed; paths are made with the first
   * @param required whether callbacks must be signed at all
   */
  public SignatureCheck(List<AuthToken> trusted, boolean required) {
    this.trusted = unmodifiableList(new ArrayList<>(trusted));
    this.required = required;
  }

  List<AuthToken> getTrusted() {
    return trusted;
  }

  boolean isRequired() {
    return required;
  }

  /** @return whether the request is to be believed if Twilio was given this address */
  boolean accepts(CallbackRequest request, String url, MultiMap<String, String> form) {
    return !required || request.getSignature().filter(signature -> CallbackSignature.ofForm(url, form).fits(signature, trusted))
        .isPresent();
  }

  /** @return why a request is not to be believed that fits none of the addresses */
  static String reasonAgainst(CallbackRequest request) {
    return !request.getSignature().isPresent() ? "it has no X-Twilio-Signature"
        : "its signature doesn't fit. If it was Twilio's, then either the auth token of this config is not the one of the account "
            + "that owns the message or call, or Twilio was given another address than http-callback-config makes now";
  }
}
