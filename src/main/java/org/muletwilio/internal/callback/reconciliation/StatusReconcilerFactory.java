package org.muletwilio.internal.callback.reconciliation;

import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;

import org.muletwilio.internal.callback.codec.PathSegmentCodec;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.callback.listener.CallbackListeners;

import java.util.Optional;
import javax.inject.Inject;

/** Makes the reconcilers of the application. One for each application, made by registry-bootstrap.properties. */
public class StatusReconcilerFactory {

  @Inject
  private SchedulerService schedulers;

  @Inject
  private ObjectStoreManager stores;

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
      String store = settings.getObjectStore().orElse("twilio-callbacks") + "-pending-" + PathSegmentCodec.encode(config);
      ObjectStoreSettings persistent = ObjectStoreSettings.builder().persistent(true).build();
      return new StatusReconciler(config, after, stores.getOrCreateObjectStore(store, persistent), runner, sources,
                                  listeners.getApplicationClassLoader());
    });
  }

  /** @param reconciler one that was made here */
  public void start(StatusReconciler reconciler) {
    reconciler.start(schedulers);
  }
}
