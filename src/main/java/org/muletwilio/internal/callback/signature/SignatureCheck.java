package org.muletwilio.internal.callback.signature;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.route.ConnectionOverrides;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SignatureScheme;
import org.muletwilio.internal.callback.trust.SigningKey;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom an endpoint trusts. Thread-safe. */
public final class SignatureCheck {

  private static final String ACCOUNT_SID = "AccountSid";

  private final AccountKeys trusted;
  private final boolean required;
  private final SignedFields signedFields = new SignedFields();

  /**
   * @param trusted the secrets of the config's account
   * @param required whether callbacks must be signed at all
   */
  public SignatureCheck(AccountKeys trusted, boolean required) {
    this.trusted = trusted;
    this.required = required;
  }

  /** @return the secrets with one of which a path must have been made; new ones are made with the first */
  public List<RouteSecret> getRouteSecrets() {
    return trusted.getRouteSecrets();
  }

  public boolean isRequired() {
    return required;
  }

  /**
   * @param request the request as it was sent
   * @param kind what the address was made for
   * @param url the address that Twilio may have been given to call so
   * @param body what was sent with it
   * @return whose request it is: the config's own account's where Twilio signs no such callbacks; or empty where it is not to be
   *         believed for this address
   */
  public Optional<Authentication> authenticate(CallbackRequest request, CallbackKind kind, String url, CallbackBody body) {
    if (!kind.isSigned()) {
      return Optional.of(new Authentication(url, CallerAccount.OWN));
    }
    CallerAccount account = accountOf(request, body);
    if (!required) {
      return Optional.of(new Authentication(url, account));
    }
    Optional<SignatureScheme> scheme = SignatureSettings.schemeOf(request.getSignatureSettings());
    if (!scheme.isPresent() || FieldBoundaries.reasonAgainst(request, body.getForm()).isPresent()) {
      return Optional.empty();
    }
    List<SigningKey> keys = trusted.keysOf(account).of(scheme.get());
    return request.getSignature().filter(signature -> CallbackSignature
        .of(url, ConnectionOverrides.of(kind), body, signedFields).fits(signature, keys))
        .map(signature -> new Authentication(url, account));
  }

  /** @return why a request is not to be believed that fits none of the addresses */
  public String reasonAgainst(CallbackRequest request, CallbackBody body) {
    if (!request.getSignature().isPresent()) {
      return "it has no X-Twilio-Signature";
    }
    Optional<SignatureScheme> scheme = SignatureSettings.schemeOf(request.getSignatureSettings());
    if (!scheme.isPresent()) {
      return "its X-Twilio-Webhooks-Signature-Settings are not those of one HMAC_SHA256";
    }
    Optional<String> boundaries = FieldBoundaries.reasonAgainst(request, body.getForm());
    if (boundaries.isPresent()) {
      return boundaries.get();
    }
    if (request.getQuery().getAll(ACCOUNT_SID).stream().anyMatch(sid -> !trusted.accountOf(sid).isOwn())) {
      return "it names a subaccount in its query, where the keys of the account itself alone count. Let Twilio POST, or give the "
          + "subaccount a config of its own";
    }
    CallerAccount account = accountOf(request, body);
    if (trusted.keysOf(account).of(scheme.get()).isEmpty()) {
      return scheme.get() == SignatureScheme.SHARED_KEY
          ? "it is signed with a shared key, and sharedSigningKeys of the connection has none of " + account
          : "it is not signed with a shared key, and the connection trusts no auth token of " + account;
    }
    String key = scheme.get() == SignatureScheme.SHARED_KEY
        ? "the shared key that the Setting at Twilio names is not among the sharedSigningKeys of " + account
        : "the auth token of this config is not the one of the account or subaccount that owns the message or call";
    return "its signature, or the hash of its body in bodySHA256, doesn't fit. If it was Twilio's, then either " + key
        + ", or Twilio was given another address than http-callback-config makes now";
  }

  /**
   * Only a form says whose it is in a place that is signed as a part of what the flow gets. JSON says nothing, and whoever has a
   * subaccount's key can sign any query: for those the own account's keys alone count.
   */
  private CallerAccount accountOf(CallbackRequest request, CallbackBody body) {
    if (!trusted.hasSubaccounts() || request.getQuery().containsKey(ACCOUNT_SID)) {
      return CallerAccount.OWN;
    }
    Set<String> accountSids = new HashSet<>(body.getForm().getAll(ACCOUNT_SID));
    return accountSids.size() == 1 ? trusted.accountOf(accountSids.iterator().next()) : CallerAccount.OWN;
  }
}
