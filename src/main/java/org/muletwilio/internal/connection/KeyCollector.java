package org.muletwilio.internal.connection;

import static java.util.Collections.emptyList;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import org.muletwilio.api.parameter.AdditionalAuthToken;
import org.muletwilio.api.parameter.SharedSigningKey;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.internal.callback.trust.SigningKeys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts the secrets of a connection by accounts and by what they are good for. Not thread-safe. */
final class KeyCollector {

  /** The secrets of one account. */
  private static final class Secrets {

    private final List<String> authTokens = new ArrayList<>();
    private final List<String> sharedKeys = new ArrayList<>();

    private SigningKeys toKeys(boolean sharedKeysOnly) {
      List<SigningKey> tokens = authTokens.stream().map(SigningKey::authToken).collect(toList());
      return new SigningKeys(sharedKeysOnly ? emptyList() : tokens,
                             sharedKeys.stream().map(SigningKey::sharedKey).collect(toList()));
    }
  }

  private final String accountSid;
  private final Secrets own = new Secrets();
  private final List<String> currentTokens = new ArrayList<>();
  private final Map<String, Secrets> subaccounts = new LinkedHashMap<>();

  /** @param accountSid the SID of the connection's account */
  KeyCollector(String accountSid) {
    this.accountSid = accountSid;
  }

  /** @param token the account's present one */
  void addAuthToken(String token) {
    Credentials.requireSecret("authToken", token);
    currentTokens.add(token);
    own.authTokens.add(token);
  }

  /** @param token one that was an account's before, or will be */
  void addAdditionalAuthToken(AdditionalAuthToken token) {
    Credentials.requireSecret("one of additionalAuthTokens", token.getValue());
    secretsOf("additionalAuthTokens", token.getAccountSid()).authTokens.add(token.getValue());
  }

  void addAuthTokenOf(String sid, String token) {
    Credentials.requireSid("a key of subaccountAuthTokens", "an account", "AC", sid);
    Credentials.requireSecret("the token of " + sid + " in subaccountAuthTokens", token);
    secretsOf(sid).authTokens.add(token);
  }

  void addSharedKey(SharedSigningKey key) {
    Credentials.requireSecret("the value of one of sharedSigningKeys", key.getValue());
    secretsOf("sharedSigningKeys", key.getAccountSid()).sharedKeys.add(key.getValue());
  }

  boolean hasAuthTokensOfSubaccounts() {
    return subaccounts.values().stream().anyMatch(secrets -> !secrets.authTokens.isEmpty());
  }

  boolean hasOwnSharedKeys() {
    return !own.sharedKeys.isEmpty();
  }

  /**
   * Addresses are made with the present auth token, or else with a shared key, which lives on where an API key is replaced. All
   * others may have made an address before. Additional auth tokens come after shared keys: on the way to shared keys alone the
   * old token stays there until no address is left that was made with it.
   */
  AccountKeys toKeys(boolean sharedKeysOnly, String otherwise) {
    Set<String> routeSecrets = new LinkedHashSet<>(currentTokens);
    routeSecrets.addAll(own.sharedKeys);
    routeSecrets.addAll(own.authTokens);
    routeSecrets.add(otherwise);
    return new AccountKeys(routeSecrets.stream().map(RouteSecret::new).collect(toList()), own.toKeys(sharedKeysOnly),
                           subaccounts.entrySet().stream()
                               .collect(toMap(Map.Entry::getKey, each -> each.getValue().toKeys(sharedKeysOnly))));
  }

  private Secrets secretsOf(String parameter, String sid) {
    if (sid != null) {
      Credentials.requireSid("an accountSid in " + parameter, "an account", "AC", sid);
    }
    return secretsOf(sid);
  }

  private Secrets secretsOf(String sid) {
    return sid == null || sid.equals(accountSid) ? own : subaccounts.computeIfAbsent(sid, any -> new Secrets());
  }
}
