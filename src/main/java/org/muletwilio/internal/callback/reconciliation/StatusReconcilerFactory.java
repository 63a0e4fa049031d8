package org.muletwilio.internal.callback.reconciliation;

import org.mule.runtime.api.lock.LockFactory;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;

import org.muletwilio.internal.callback.codec.PathSegmentCodec;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.callback.listener.CallbackListeners;
import org.muletwilio.internal.callback.pending.PendingStore;
import org.muletwilio.internal.callback.schedule.Deadlines;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.inject.Inject;

/** Makes the reconcilers of the application. One for each application, made by registry-bootstrap.properties. */
public class StatusReconcilerFactory {

  @Inject
  private SchedulerService schedulers;

  @Inject
  private ObjectStoreManager stores;

  @Inject
  private LockFactory locks;

  @Inject
  private StatusSources sources;

  @Inject
  private CallbackListeners listeners;

  /**
   * @param config the config's name
   * @param settings say whether, and after how long
   * @param runner runs the flows
   * @return the reconciler, if one is wanted
   */
  public Optional<StatusReconciler> of(String config, ProcessingSettings settings, CallbackRunner runner) {
    return settings.getReconcileAfterMillis().map(after -> {
      String name = settings.getObjectStore().orElse("twilio-callbacks") + "-pending-" + PathSegmentCodec.encode(config);
      ObjectStoreSettings persistent = ObjectStoreSettings.builder().persistent(true).build();
      PendingStore store = new PendingStore(config, name, stores.getOrCreateObjectStore(name, persistent), locks);
      LookUpSchedule schedule = new LookUpSchedule(after, settings.getGiveUpAfterMillis(), System::currentTimeMillis,
                                                   () -> ThreadLocalRandom.current().nextDouble());
      ReconcilerThreads threads = new MuleReconcilerThreads(config, schedulers, listeners.getApplicationClassLoader());
      Deadlines deadlines = new Deadlines(System::nanoTime);
      deadlines.start(threads.timer());
      return new StatusReconciler(config, store, schedule, sources, runner, deadlines, threads);
    });
  }
}
