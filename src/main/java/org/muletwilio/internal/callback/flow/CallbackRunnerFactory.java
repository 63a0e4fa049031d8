package org.muletwilio.internal.callback.flow;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.api.store.ObjectStoreSettings;

import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.idempotency.AnswerCache;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.InMemoryIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.ObjectStoreIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.StatusAnswerCache;
import org.muletwilio.internal.callback.idempotency.TwimlAnswerCache;
import org.muletwilio.internal.callback.schedule.Deadlines;

import javax.inject.Inject;

/** Makes what runs the flows of callbacks. One for each application, made by registry-bootstrap.properties. */
public class CallbackRunnerFactory {

  /** Callbacks at the least, some 85 bytes each; there may be twice as many. */
  private static final int LEAST_STATUSES = 50_000;
  /** Up to 64 KiB each. */
  private static final int MOST_ANSWERS_WITH_TWIML = 1_000;

  @Inject
  private SchedulerService schedulers;

  @Inject
  private ObjectStoreManager stores;

  /**
   * @param config the config's name
   * @param settings how callbacks are processed
   * @param flows runs flows
   * @return the runner; it must be stopped
   */
  public CallbackRunner of(String config, ProcessingSettings settings, FlowDispatcher flows) {
    Deadlines deadlines = new Deadlines(System::nanoTime);
    Scheduler timer = schedulers.cpuLightScheduler(config().withName("twilio-deadlines-" + config)
        .withShutdownTimeout(0, MILLISECONDS));
    deadlines.start(timer);
    CallbackWaits waits = new CallbackWaits(config, deadlines, settings.getFlowTimeoutMillis());
    if (settings.getDuplicates() == DuplicateHandling.PASS) {
      return new CallbackRunner(flows, waits, IdempotentReceiver.PASS, IdempotentReceiver.PASS, timer::stop);
    }
    long window = settings.getDuplicateWindowMillis();
    IdempotentReceiver inMemory =
        inMemory(new StatusAnswerCache(window, LEAST_STATUSES, System::currentTimeMillis), deadlines);
    ObjectStoreSettings store =
        ObjectStoreSettings.builder().persistent(true).entryTtl(window).expirationInterval(window).build();
    IdempotentReceiver statuses = settings.getObjectStore()
        .map(name -> stores.<ObjectStore<String>>getOrCreateObjectStore(name, store))
        .<IdempotentReceiver>map(found -> new ObjectStoreIdempotentReceiver(found, "twilio/" + config + "/", inMemory,
                                                                            System::currentTimeMillis))
        .orElse(inMemory);
    AnswerCache twiml = new TwimlAnswerCache(window, MOST_ANSWERS_WITH_TWIML, System::currentTimeMillis);
    return new CallbackRunner(flows, waits, statuses, inMemory(twiml, deadlines), timer::stop);
  }

  private static IdempotentReceiver inMemory(AnswerCache answers, Deadlines deadlines) {
    return new InMemoryIdempotentReceiver(answers, deadlines, CallbackWaits.LONGEST_ANSWER_MILLIS);
  }
}
