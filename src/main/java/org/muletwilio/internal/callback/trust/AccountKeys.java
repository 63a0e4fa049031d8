package org.muletwilio.internal.callback.trust;

import static java.util.Collections.emptyList;
import static java.util.Collections.emptyMap;
import static java.util.Collections.unmodifiableList;
import static java.util.Collections.unmodifiableMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The secrets of one config's account and its subaccounts, by what they are good for. Immutable. */
public final class AccountKeys {

  public static final AccountKeys NONE = new AccountKeys(emptyList(), SigningKeys.NONE, emptyMap());

  private final List<RouteSecret> routeSecrets;
  private final SigningKeys own;
  private final Map<String, SigningKeys> subaccounts;

  /**
   * @param routeSecrets the secrets with one of which a callback's address must have been made; new ones are made with the first
   * @param own what the account of the connection signs with
   * @param subaccounts what subaccounts sign with, by their SIDs
   */
  public AccountKeys(List<RouteSecret> routeSecrets, SigningKeys own, Map<String, SigningKeys> subaccounts) {
    this.routeSecrets = unmodifiableList(new ArrayList<>(routeSecrets));
    this.own = own;
    this.subaccounts = unmodifiableMap(new HashMap<>(subaccounts));
  }

  /** @return whether there is any key that Twilio may have signed with */
  public boolean canCheckSignatures() {
    return !own.isEmpty() || subaccounts.values().stream().anyMatch(keys -> !keys.isEmpty());
  }

  public boolean hasSubaccounts() {
    return !subaccounts.isEmpty();
  }

  /** @return the secrets with one of which an address must have been made; new ones are made with the first */
  public List<RouteSecret> getRouteSecrets() {
    return routeSecrets;
  }

  /** @return the account whose keys count for a callback that names this account: the own one, unless a subaccount has keys */
  public CallerAccount accountOf(String accountSid) {
    return subaccounts.containsKey(accountSid) ? CallerAccount.ofSubaccount(accountSid) : CallerAccount.OWN;
  }

  /** @return what the account signs with */
  public SigningKeys keysOf(CallerAccount account) {
    return account.getSubaccountSid().map(subaccounts::get).orElse(own);
  }
}
