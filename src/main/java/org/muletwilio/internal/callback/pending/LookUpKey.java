package org.muletwilio.internal.callback.pending;

import java.util.Optional;

/**
 * The key of the entry that says when an awaited status is due again: <code>look-up/N/message-status/AC…/SM…</code> after its
 * N-th look-up. Only one of all nodes can store it, and does so before the look-up. Immutable.
 */
public final class LookUpKey {

  private static final String PREFIX = "look-up/";

  private final AwaitedStatus status;
  private final int number;

  /**
   * @param status what is looked up
   * @param number its look-ups with this one, from 1
   */
  public LookUpKey(AwaitedStatus status, int number) {
    this.status = status;
    this.number = number;
  }

  public AwaitedStatus getStatus() {
    return status;
  }

  public int getNumber() {
    return number;
  }

  /** @return the key under which an object store keeps it */
  public String toKey() {
    return PREFIX + number + "/" + status.toKey();
  }

  /** @return what the key says, or empty where {@link #toKey} has not made it */
  public static Optional<LookUpKey> parse(String key) {
    int end = key.indexOf('/', PREFIX.length());
    if (!key.startsWith(PREFIX) || end < 0) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(key.substring(PREFIX.length(), end));
      return AwaitedStatus.ofKey(key.substring(end + 1)).map(status -> new LookUpKey(status, number))
          .filter(each -> number > 0 && each.toKey().equals(key));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
