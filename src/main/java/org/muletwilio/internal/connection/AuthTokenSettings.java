package org.muletwilio.internal.connection;

import static java.util.Collections.emptyList;
import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonList;
import static java.util.stream.Collectors.toList;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Password;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.internal.callback.trust.SigningKeys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Auth tokens that callbacks may be signed with beside the connection's own; shared by all connection providers. */
public class AuthTokenSettings {

  private static final String CALLBACKS_TAB = "Callbacks";

  /**
   * Auth tokens of the account that callbacks may still, or already, be signed with: while the auth token is rotated, the
   * secondary one or the one that was replaced. New callback addresses are made with authToken.
   */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(tab = CALLBACKS_TAB, order = 1)
  @DisplayName("Additional auth tokens")
  @Summary("Auth tokens of the account that callbacks may be signed with beside authToken, while that is rotated")
  private List<String> additionalAuthTokens;

  /** The auth tokens of subaccounts, by their SIDs: Twilio signs a subaccount's callbacks with the subaccount's token. */
  @Parameter
  @Optional
  @Expression(NOT_SUPPORTED)
  @Password
  @Placement(tab = CALLBACKS_TAB, order = 2)
  @DisplayName("Subaccount auth tokens")
  @Summary("The auth tokens of subaccounts, by their SIDs: Twilio signs a subaccount's callbacks with the subaccount's token")
  private Map<String, String> subaccountAuthTokens;

  /**
   * @param authToken the account's, if it is known
   * @param otherwise a secret of the account that is known in any case
   * @return whom to trust
   * @throws IllegalArgumentException that says which value is wrong, and why, without showing a token
   */
  AccountKeys toKeys(java.util.Optional<String> authToken, String otherwise) {
    List<String> additional = additionalAuthTokens == null ? emptyList() : additionalAuthTokens;
    additional.forEach(token -> Credentials.requireSecret("one of additionalAuthTokens", token));
    if (!authToken.isPresent() && !additional.isEmpty()) {
      throw new IllegalArgumentException("additionalAuthTokens are given without authToken");
    }
    Map<String, SigningKeys> subaccounts = new HashMap<>();
    Map<String, String> ofSubaccounts = subaccountAuthTokens == null ? emptyMap() : subaccountAuthTokens;
    ofSubaccounts.forEach((sid, token) -> {
      Credentials.requireSid("a key of subaccountAuthTokens", "an account", "AC", sid);
      Credentials.requireSecret("the token of " + sid + " in subaccountAuthTokens", token);
      subaccounts.put(sid, keys(singletonList(token)));
    });
    List<String> own = new ArrayList<>();
    authToken.ifPresent(own::add);
    own.addAll(additional);
    List<String> routeSecrets = own.isEmpty() ? singletonList(otherwise) : own;
    return new AccountKeys(routeSecrets.stream().map(RouteSecret::new).collect(toList()), keys(own), subaccounts);
  }

  private static SigningKeys keys(List<String> authTokens) {
    return new SigningKeys(authTokens.stream().map(SigningKey::authToken).collect(toList()), emptyList());
  }
}
