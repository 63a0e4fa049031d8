package org.muletwilio.internal.callback.trust;

import java.util.Optional;

/**
 * Whose callback it is: the account's of the config's connection, or one of its subaccounts'. Who holds a subaccount's key can
 * make any callback of that subaccount, so that all that is remembered of callbacks is kept apart by this. Immutable.
 */
public final class CallerAccount {

  /** The account of the config's connection. */
  public static final CallerAccount OWN = new CallerAccount(null);

  private final String subaccountSid;

  private CallerAccount(String subaccountSid) {
    this.subaccountSid = subaccountSid;
  }

  /** @param sid the SID of the subaccount */
  static CallerAccount ofSubaccount(String sid) {
    return new CallerAccount(sid);
  }

  public boolean isOwn() {
    return subaccountSid == null;
  }

  /** @return the SID of the subaccount; empty for the own account */
  public Optional<String> getSubaccountSid() {
    return Optional.ofNullable(subaccountSid);
  }

  /** @return the start of a key under which something of this account is kept; no two accounts have the same */
  public String getKeyPrefix() {
    return isOwn() ? "" : subaccountSid + "/";
  }

  @Override
  public String toString() {
    return isOwn() ? "the own account" : "subaccount " + subaccountSid;
  }
}
