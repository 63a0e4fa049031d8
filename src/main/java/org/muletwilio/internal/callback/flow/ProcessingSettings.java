package org.muletwilio.internal.callback.flow;

import org.muletwilio.api.parameter.DuplicateHandling;

import java.util.Optional;

/** How callbacks are processed once they have arrived. Immutable. */
public final class ProcessingSettings {

  private static final int FOR_EACH_CORE = 64;

  private final boolean async;
  private final int maxConcurrency;
  private final long flowTimeoutMillis;
  private final DuplicateHandling duplicates;
  private final long duplicateWindowMillis;
  private final String objectStore;
  private final Long reconcileAfterMillis;
  private final long giveUpAfterMillis;

  /**
   * @param async whether to answer before the flow has ended
   * @param maxConcurrency how many callbacks are taken at a time; 0 for a number that fits this machine
   * @param flowTimeoutMillis how long a flow may run before its callback is given up
   * @param duplicates what is done with a callback that has come before
   * @param duplicateWindowMillis how long it is remembered
   * @param objectStore the name of the object store that remembers over restarts, if one does
   * @param reconcileAfterMillis after how long without a last status it is fetched, if it is
   * @param giveUpAfterMillis after how long that is given up
   */
  public ProcessingSettings(boolean async, int maxConcurrency, long flowTimeoutMillis, DuplicateHandling duplicates,
                            long duplicateWindowMillis, Optional<String> objectStore, Optional<Long> reconcileAfterMillis,
                            long giveUpAfterMillis) {
    this.async = async;
    this.maxConcurrency = maxConcurrency > 0 ? maxConcurrency : FOR_EACH_CORE * Runtime.getRuntime().availableProcessors();
    this.flowTimeoutMillis = flowTimeoutMillis;
    this.duplicates = duplicates;
    this.duplicateWindowMillis = duplicateWindowMillis;
    this.objectStore = objectStore.orElse(null);
    this.reconcileAfterMillis = reconcileAfterMillis.orElse(null);
    this.giveUpAfterMillis = giveUpAfterMillis;
  }

  public boolean isAsync() {
    return async;
  }

  /** @return how many callbacks are taken at a time */
  public int getMaxConcurrency() {
    return maxConcurrency;
  }

  long getFlowTimeoutMillis() {
    return flowTimeoutMillis;
  }

  DuplicateHandling getDuplicates() {
    return duplicates;
  }

  /** @return how long a callback is remembered */
  public long getDuplicateWindowMillis() {
    return duplicateWindowMillis;
  }

  public Optional<String> getObjectStore() {
    return Optional.ofNullable(objectStore);
  }

  /** @return after how long without a last status it is fetched; empty where it never is */
  public Optional<Long> getReconcileAfterMillis() {
    return Optional.ofNullable(reconcileAfterMillis);
  }

  /** @return after how long a last status is awaited no longer, counted from when a message was sent or a call begun */
  public long getGiveUpAfterMillis() {
    return giveUpAfterMillis;
  }
}
