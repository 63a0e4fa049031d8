package org.muletwilio.internal.source.registration;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.schedule.RepeatedTask;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** Registers the address of a source again and again while it may change, or while another node may be the primary one. */
final class AddressWatch {

  private static final SafeLogger LOGGER = SafeLogger.of(AddressWatch.class);
  /** How often a tunnel's address, and who is the primary node, is looked at. */
  private static final long MILLIS = 5_000;

  private final String owner;
  private final SharedRegistrations shared;
  private final RegistrationRequests requests;
  private final RegistrationLog log;
  private final RegistrationRequests.Work registration;
  private final boolean endless;
  private volatile Future<?> task;
  private volatile boolean looking;

  /**
   * @param owner the source, by its flow and config
   * @param registration registers the address unless that is done
   * @param endless whether the address may change; otherwise one registration is all
   */
  AddressWatch(String owner, SharedRegistrations shared, RegistrationRequests requests, RegistrationLog log,
               RegistrationRequests.Work registration, boolean endless) {
    this.owner = owner;
    this.shared = shared;
    this.requests = requests;
    this.log = log;
    this.registration = registration;
    this.endless = endless;
  }

  void start() {
    task = shared.getThreads().scheduleWithFixedDelay(new RepeatedTask("The watch of the address of " + owner, this::look),
        MILLIS, MILLIS, MILLISECONDS);
  }

  void stop() {
    Future<?> before = task;
    if (before != null) {
      before.cancel(false);
    }
  }

  private void look() {
    if (looking || !shared.isPrimary()) {
      return;
    }
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    end.whenComplete((changed, failure) -> {
      looking = false;
      if (failure instanceof RegistrationConflictException) {
        log.conflict((RegistrationConflictException) failure);
      } else if (failure != null) {
        log.failed(failure);
      } else if (!endless) {
        stop();
      }
    });
    looking = true;
    try {
      requests.run(registration, end);
    } catch (RejectedExecutionException e) {
      looking = false;
      LOGGER.debug("{} looks at its address later", owner, e);
    }
  }
}
