package org.muletwilio.internal.connection;

import static java.util.Collections.emptyList;
import static java.util.Collections.emptyMap;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.api.parameter.AdditionalAuthToken;
import org.muletwilio.api.parameter.SharedSigningKey;
import org.muletwilio.internal.callback.trust.AccountKeys;

import java.util.List;
import java.util.Map;

/** What callbacks may be signed with beside the connection's own auth token; shared by all connection providers. */
public class AuthTokenSettings {

  private static final String CALLBACKS_TAB = "Callbacks";

  /**
   * Auth tokens that callbacks may still, or already, be signed with: while the auth token of the account or of a subaccount is
   * rotated, the secondary one or the one that was replaced. Addresses that were made with those of the account stay valid.
   * Default: none.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(tab = CALLBACKS_TAB, order = 1)
  @DisplayName("Additional auth tokens")
  @Summary("Auth tokens that callbacks may be signed with too, while that of the account or of a subaccount is rotated")
  private List<AdditionalAuthToken> additionalAuthTokens;

  /**
   * The auth tokens of subaccounts, by their SIDs: Twilio signs a subaccount's callbacks with the subaccount's token.
   * Default: none.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(tab = CALLBACKS_TAB, order = 2)
  @DisplayName("Subaccount auth tokens")
  @Summary("The auth tokens of subaccounts, by their SIDs: Twilio signs a subaccount's callbacks with the subaccount's token")
  private Map<String, String> subaccountAuthTokens;

  /**
   * The shared keys that callbacks may be signed with where a Rule of Twilio's webhook configuration says so; several during a
   * rotation. A callback that says it is signed with a shared key must be signed with one of these, and no other one may be.
   * Default: none, so that callbacks are signed with auth tokens alone.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Placement(tab = CALLBACKS_TAB, order = 3)
  @DisplayName("Shared signing keys")
  @Summary("The SharedKeys of Twilio's webhook configuration that callbacks may be signed with; several while one is rotated")
  private List<SharedSigningKey> sharedSigningKeys;

  /**
   * Whether callbacks must be signed with a shared key, so that those that an auth token signs are refused. Default: false. Auth
   * tokens then only make addresses.
   */
  @Parameter
  @Optional(defaultValue = "false")
  @Expression(NOT_SUPPORTED)
  @Placement(tab = CALLBACKS_TAB, order = 4)
  @DisplayName("Shared keys only")
  @Summary("Refuse callbacks that are signed with an auth token in place of a shared key. Default: false")
  private boolean sharedKeysOnly;

  /**
   * @param accountSid the SID of the connection's account
   * @param authToken the account's, if it is known
   * @param otherwise a secret of the account that is known in any case
   * @return whom to trust
   * @throws IllegalArgumentException that says which value is wrong, and why, without showing a secret
   */
  AccountKeys toKeys(String accountSid, java.util.Optional<String> authToken, String otherwise) {
    KeyCollector keys = new KeyCollector(accountSid);
    authToken.ifPresent(keys::addAuthToken);
    List<AdditionalAuthToken> additional = additionalAuthTokens == null ? emptyList() : additionalAuthTokens;
    additional.forEach(keys::addAdditionalAuthToken);
    Map<String, String> ofSubaccounts = subaccountAuthTokens == null ? emptyMap() : subaccountAuthTokens;
    ofSubaccounts.forEach(keys::addAuthTokenOf);
    List<SharedSigningKey> sharedKeys = sharedSigningKeys == null ? emptyList() : sharedSigningKeys;
    sharedKeys.forEach(keys::addSharedKey);
    boolean ownAdditional = additional.stream().map(AdditionalAuthToken::getAccountSid)
        .anyMatch(sid -> sid == null || sid.equals(accountSid));
    if (!authToken.isPresent() && ownAdditional && !keys.hasOwnSharedKeys()) {
      throw new IllegalArgumentException("additionalAuthTokens are given without authToken or sharedSigningKeys");
    }
    if (sharedKeysOnly && !keys.hasOwnSharedKeys()) {
      throw new IllegalArgumentException("sharedKeysOnly is true, and sharedSigningKeys has no key of the connection's account");
    }
    if (sharedKeysOnly && keys.hasAuthTokensOfSubaccounts()) {
      throw new IllegalArgumentException("auth tokens of subaccounts are given, but with sharedKeysOnly auth tokens sign "
          + "nothing. Give sharedSigningKeys with the accountSid of each subaccount");
    }
    return keys.toKeys(sharedKeysOnly, otherwise);
  }
}
