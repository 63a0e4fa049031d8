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

  /** @return why the request is not to be believed, or empty where it is genuine */
  Optional<String> reasonAgainst(CallbackRequest request, String url, MultiMap<String, String> form) {
    if (!required) {
      return Optional.empty();
    }
    if (!request.getSignature().isPresent()) {
      return Optional.of("it has no X-Twilio-Signature");
    }
    return CallbackSignature.ofForm(url, form).fits(request.getSignature().get(), trusted) ? Optional.empty()
        : Optional.of("its signature doesn't fit. If it was Twilio's, then either the auth token of this config is not the "
            + "one of the account that owns the message or call, or Twilio was given another address than http-callback-config "
            + "makes now");
  }
}
