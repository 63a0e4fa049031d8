package org.muletwilio.internal.callback.trust;

import static java.util.Collections.emptyList;
import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonList;
import static java.util.Collections.unmodifiableList;
import static java.util.Collections.unmodifiableMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The secrets of one config's account and its subaccounts, by what they are good for. Immutable. */
public final class AccountAuthTokens {

  public static final AccountAuthTokens NONE = new AccountAuthTokens(emptyList(), emptyList(), emptyMap());

  private final List<AuthToken> routeSecrets;
  private final List<AuthToken> own;
  private final Map<String, AuthToken> subaccounts;

  private AccountAuthTokens(List<AuthToken> routeSecrets, List<AuthToken> own, Map<String, AuthToken> subaccounts) {
    this.routeSecrets = unmodifiableList(new ArrayList<>(routeSecrets));
    this.own = unmodifiableList(new ArrayList<>(own));
    this.subaccounts = unmodifiableMap(new HashMap<>(subaccounts));
  }

  /**
   * @param own the account's auth tokens, at least one; new addresses are made with the first
   * @param subaccounts the auth tokens of subaccounts, by their SIDs
   * @return the secrets of an account whose auth token is known
   */
  public static AccountAuthTokens of(List<AuthToken> own, Map<String, AuthToken> subaccounts) {
    return new AccountAuthTokens(own, own, subaccounts);
  }

  /**
   * @param secret another secret of the account, which signs no callback but can make addresses that nobody guesses
   * @param subaccounts the auth tokens of subaccounts, by their SIDs
   * @return the secrets of an account whose auth token is unknown
   */
  public static AccountAuthTokens withoutAuthToken(AuthToken secret, Map<String, AuthToken> subaccounts) {
    return new AccountAuthTokens(singletonList(secret), emptyList(), subaccounts);
  }

  /** @return whether there is any token that Twilio may have signed with */
  public boolean canCheckSignatures() {
    return !own.isEmpty() || !subaccounts.isEmpty();
  }

  /** @return the secrets with one of which an address must have been made; new ones are made with the first */
  public List<AuthToken> getRouteSecrets() {
    return routeSecrets;
  }

  /**
   * A subaccount's token is trusted with what is that subaccount's alone, so whoever has it can't speak for another account.
   *
   * @param accountSids tells the values of the request's AccountSid; only asked where there are subaccounts
   * @return the auth tokens of which one must have signed
   */
  public List<AuthToken> signersFor(Supplier<? extends Collection<String>> accountSids) {
    if (subaccounts.isEmpty()) {
      return own;
    }
    Collection<String> sids = accountSids.get();
    AuthToken subaccount = sids.size() == 1 ? subaccounts.get(sids.iterator().next()) : null;
    return subaccount == null ? own : singletonList(subaccount);
  }
}
