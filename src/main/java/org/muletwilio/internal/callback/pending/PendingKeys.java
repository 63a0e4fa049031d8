package org.muletwilio.internal.callback.pending;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the keys of the object store tell, without a read of any entry: what is awaited, how often each was looked up, and what is
 * left over. Keys of no known form are left alone.
 */
public final class PendingKeys {

  private final Map<AwaitedStatus, Integer> awaited = new HashMap<>();
  private final List<LookUpKey> outdated = new ArrayList<>();

  /** @param keys all keys of the store */
  public PendingKeys(Collection<String> keys) {
    List<LookUpKey> lookUps = new ArrayList<>();
    for (String key : keys) {
      LookUpKey.parse(key).ifPresent(lookUps::add);
      AwaitedStatus.ofKey(key).ifPresent(status -> awaited.put(status, 0));
    }
    for (LookUpKey each : lookUps) {
      awaited.computeIfPresent(each.getStatus(), (status, number) -> Math.max(number, each.getNumber()));
    }
    for (LookUpKey each : lookUps) {
      if (awaited.getOrDefault(each.getStatus(), Integer.MAX_VALUE) > each.getNumber()) {
        outdated.add(each);
      }
    }
  }

  /** @return what is awaited, with the number of its last look-up; 0 where there was none */
  public Map<AwaitedStatus, Integer> getAwaited() {
    return awaited;
  }

  /** @return look-ups that a later one has followed, and those of what is not awaited: a process died before it removed them */
  public List<LookUpKey> getOutdated() {
    return outdated;
  }
}
