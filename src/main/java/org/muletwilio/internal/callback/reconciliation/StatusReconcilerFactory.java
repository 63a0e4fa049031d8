package org.muletwilio.internal.callback.reconciliation;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.store.ObjectStore;

import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.listener.CallbackListeners;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.schedule.SteadyClock;
import org.muletwilio.internal.callback.store.CallbackStores;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.inject.Inject;

/** Makes the reconcilers of the application. One for each application, made by registry-bootstrap.properties. */
public class StatusReconcilerFactory {

  @Inject @jakarta.inject.Inject
  private SchedulerService schedulers;

  @Inject @jakarta.inject.Inject
  private CallbackStores stores;

  @Inject @jakarta.inject.Inject
  private StatusSources sources;

  @Inject @jakarta.inject.Inject
  private CallbackListeners listeners;

  /**
   * @param config the config's name
   * @param settings say whether, and after how long
   * @param runner runs the flows
   * @return the reconciler, if one is wanted
   * @throws MuleException if the object store can't be had, saying why
   */
  public Optional<StatusReconciler> of(String config, ProcessingSettings settings, CallbackRunner runner) throws MuleException {
    if (!settings.getReconcileAfterMillis().isPresent()) {
      return Optional.empty();
    }
    ObjectStore<String> entries = stores.ofPending(config, settings.getObjectStore());
    PendingStore store =
        new PendingStore(config, settings.getObjectStore().orElse("of config " + config), entries, stores.getLocks());
    LookUpSchedule schedule = new LookUpSchedule(settings.getReconcileAfterMillis().get(), settings.getGiveUpAfterMillis(),
                                                 new SteadyClock(), () -> ThreadLocalRandom.current().nextDouble());
    try (StartedParts parts = new StartedParts()) {
      ReconcilerThreads threads =
          parts.add(new MuleReconcilerThreads(config, schedulers, listeners.getApplicationClassLoader()),
              ReconcilerThreads::stop);
      Deadlines deadlines = new Deadlines(System::nanoTime, threads.forWhatFollows());
      deadlines.start(threads.timer());
      return Optional.of(parts.ownedBy(new StatusReconciler(config, store, schedule, sources, runner, deadlines, threads)));
    }
  }
}
