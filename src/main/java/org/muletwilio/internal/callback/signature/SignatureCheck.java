package org.muletwilio.internal.callback.signature;

import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.trust.AccountAuthTokens;
import org.muletwilio.internal.callback.trust.AuthToken;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whom an endpoint trusts. Thread-safe. */
public final class SignatureCheck {

  private static final String ACCOUNT_SID = "AccountSid";

  private final AccountAuthTokens trusted;
  private final boolean required;
  private final SignedFields signedFields = new SignedFields();

  /**
   * @param trusted the secrets of the config's account
   * @param required whether callbacks must be signed at all
   */
  public SignatureCheck(AccountAuthTokens trusted, boolean required) {
    this.trusted = trusted;
    this.required = required;
  }

  /** @return the secrets with one of which a path must have been made; new ones are made with the first */
  public List<AuthToken> getTrusted() {
    return trusted.getRouteSecrets();
  }

  public boolean isRequired() {
    return required;
  }

  /** @return whether the request is to be believed if Twilio was given this address */
  public boolean accepts(CallbackRequest request, String url, CallbackBody body) {
    return !required || request.getSignature()
        .filter(signature -> CallbackSignature.of(url, body, signedFields)
            .fits(signature, trusted.signersFor(() -> accountSidsOf(request, body)))).isPresent();
  }

  /** @return why a request is not to be believed that fits none of the addresses */
  public static String reasonAgainst(CallbackRequest request) {
    return !request.getSignature().isPresent() ? "it has no X-Twilio-Signature"
        : "its signature, or the hash of its body in bodySHA256, doesn't fit. If it was Twilio's, then either the auth token of "
            + "this config is not the one of the account or subaccount that owns the message or call, or Twilio was given "
            + "another address than http-callback-config makes now";
  }

  private static Set<String> accountSidsOf(CallbackRequest request, CallbackBody body) {
    Set<String> accountSids = new HashSet<>(request.getQuery().getAll(ACCOUNT_SID));
    accountSids.addAll(body.getForm().getAll(ACCOUNT_SID));
    return accountSids;
  }
}
