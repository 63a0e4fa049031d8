package org.muletwilio.internal.callback.pending;

import org.mule.runtime.api.lock.LockFactory;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreException;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.store.StoreEntries;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;

/**
 * The object store that keeps what is awaited, over restarts and for all nodes. A method takes as long as the store does.
 *
 * <p>An object store can't replace an entry, and a process may die between any two calls. So no entry is ever replaced. What is
 * awaited has an entry of its own ({@link AwaitedStatus#toKey}), which stays until it has come to its end. When it is due again
 * is in another ({@link LookUpKey}): a look-up stores the next one before it removes the one before, and that is its claim, too,
 * since two nodes can't store the same key. The end removes the awaited status first; what is then left over is removed later.
 */
public final class PendingStore {

  private static final SafeLogger LOGGER = SafeLogger.of(PendingStore.class);

  private final String config;
  private final String name;
  private final StoreEntries entries;
  private final LockFactory locks;

  /**
   * @param config the config's name
   * @param name the object store's
   * @param store keeps the entries
   * @param locks Mule's, which are for all nodes of a cluster: not every object store refuses a key that another node stores
   */
  public PendingStore(String config, String name, ObjectStore<String> store, LockFactory locks) {
    this.config = config;
    this.name = name;
    this.entries = new StoreEntries(store);
    this.locks = locks;
  }

  /** Keeps what is awaited from now on. */
  public void add(PendingStatus pending) throws ObjectStoreException {
    if (!entries.add(pending.getStatus().toKey(), pending.toText())) {
      LOGGER.debug("{} is stored already: an earlier call seemed to fail", pending.getStatus());
    }
  }

  /**
   * Keeps no longer what has come to its end.
   *
   * @param lookUps how many there were, as far as this node knows
   */
  public void remove(AwaitedStatus status, int lookUps) throws ObjectStoreException {
    entries.remove(status.toKey());
    if (lookUps > 0) {
      entries.remove(new LookUpKey(status, lookUps).toKey());
    }
  }

  public PendingKeys keys() throws ObjectStoreException {
    return new PendingKeys(entries.keys());
  }

  /** @return what is kept, or empty where it has come to its end */
  public Optional<PendingStatus> find(AwaitedStatus status) throws ObjectStoreException {
    Optional<String> text = entries.find(status.toKey());
    Optional<PendingStatus> pending = text.flatMap(found -> PendingStatus.parse(config, status, found));
    if (text.isPresent() && !pending.isPresent()) {
      LOGGER.warn("Object store '{}' of config '{}' has an entry that can't be read, which is removed: {}", name, config, status);
      entries.remove(status.toKey());
    }
    return pending;
  }

  /** @return when the awaited status is due after a look-up; empty where the entry is gone or can't be read */
  public OptionalLong dueAfter(LookUpKey lookUp) throws ObjectStoreException {
    try {
      Optional<String> due = entries.find(lookUp.toKey());
      return due.isPresent() ? OptionalLong.of(Long.parseLong(due.get())) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Takes a look-up upon this node. Nobody else looks it up before it is due again, whatever becomes of this process.
   *
   * @param lookUp the one that is to follow the last
   * @param dueMillis when the one after it is due
   * @return what is awaited, or empty where it has come to its end or another node was faster
   */
  public Optional<PendingStatus> claim(LookUpKey lookUp, long dueMillis) throws ObjectStoreException {
    Lock lock = locks.createLock(name + "/" + lookUp.getStatus().toKey());
    if (!lock.tryLock()) {
      return Optional.empty();
    }
    try {
      return claimLocked(lookUp, dueMillis);
    } finally {
      unlock(lock);
    }
  }

  /** What is claimed is claimed, also where a node has left the cluster that held the lock. */
  private static void unlock(Lock lock) {
    try {
      lock.unlock();
    } catch (RuntimeException e) {
      LOGGER.debug("A lock can't be released", e);
    }
  }

  /** Looks whether it is still awaited once it is claimed: another node may have been through all of it before. */
  private Optional<PendingStatus> claimLocked(LookUpKey lookUp, long dueMillis) throws ObjectStoreException {
    LookUpKey last = new LookUpKey(lookUp.getStatus(), lookUp.getNumber() - 1);
    boolean first = last.getNumber() == 0;
    if (!first && !entries.contains(last.toKey())) {
      return Optional.empty();
    }
    if (!entries.add(lookUp.toKey(), Long.toString(dueMillis))) {
      LOGGER.debug("{} is looked up by another node", lookUp.getStatus());
      return Optional.empty();
    }
    Optional<PendingStatus> pending = find(lookUp.getStatus());
    if (!pending.isPresent()) {
      entries.remove(lookUp.toKey());
    }
    if (!first) {
      entries.remove(last.toKey());
    }
    return pending;
  }

  /** Removes what a process that died has left over, unless it was not so after all. */
  public void removeOutdated(LookUpKey lookUp, boolean awaited) throws ObjectStoreException {
    if (awaited || !entries.contains(lookUp.getStatus().toKey())) {
      entries.remove(lookUp.toKey());
    }
  }
}
