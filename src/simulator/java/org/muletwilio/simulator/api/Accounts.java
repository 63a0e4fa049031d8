package org.muletwilio.simulator.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.simulator.resource.Account;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The accounts, their API keys and OAuth apps, and how requests authenticate with them. */
public final class Accounts {

  private record ApiKey(String accountSid, String secret) {
  }

  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Map<String, ApiKey> apiKeys = new ConcurrentHashMap<>();
  private final OAuthApps apps = new OAuthApps();
  private final AtomicReference<String> first = new AtomicReference<>();

  public void add(String accountSid, String authToken) {
    accounts.put(accountSid, new Account(accountSid, authToken));
    first.compareAndSet(null, accountSid);
  }

  public void addKey(String accountSid, String keySid, String secret) {
    apiKeys.put(keySid, new ApiKey(accountSid, secret));
  }

  public OAuthApps apps() {
    return apps;
  }

  public boolean none() {
    return accounts.isEmpty();
  }

  /** The account that was added first, often the only one. */
  public String firstSid() {
    return first.get();
  }

  /** The token that signs an account's callbacks. */
  public String authToken(String accountSid) {
    return Optional.ofNullable(accounts.get(accountSid)).map(Account::authToken)
        .orElseThrow(() -> new IllegalArgumentException("No account " + accountSid));
  }

  /** The account that a request is authenticated for, by its Authorization header. */
  Account authenticate(Optional<String> authorization) {
    return credentials(authorization).flatMap(this::account).or(() -> apps.accountSid(authorization).map(accounts::get))
        .orElseThrow(ApiError::authenticate);
  }

  /** The user, though not the password, of an Authorization header. */
  static Optional<String> user(Optional<String> authorization) {
    return credentials(authorization).map(pair -> pair[0]);
  }

  private Optional<Account> account(String[] userAndPassword) {
    Account account = accounts.get(userAndPassword[0]);
    if (account != null) {
      return Optional.of(account).filter(found -> found.authToken().equals(userAndPassword[1]));
    }
    return Optional.ofNullable(apiKeys.get(userAndPassword[0])).filter(key -> key.secret.equals(userAndPassword[1]))
        .map(key -> accounts.get(key.accountSid));
  }

  private static Optional<String[]> credentials(Optional<String> authorization) {
    return authorization.filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6)).flatMap(value -> {
      try {
        String plain = new String(Base64.getDecoder().decode(value.substring(6).trim()), UTF_8);
        int colon = plain.indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(new String[] {plain.substring(0, colon), plain.substring(colon + 1)});
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    });
  }
}
