package org.muletwilio.simulator;

import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.resource.Resource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** What has happened in a simulator so far; each list can be waited for. */
abstract class SimulatorHistory {

  abstract SimulatorCore core();

  /** All requests that were answered or whose connection was cut. */
  public List<ApiExchange> requests() {
    return core().journals().requests().entries();
  }

  public List<ApiExchange> awaitRequests(Predicate<List<ApiExchange>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return core().journals().requests().await(condition, limit);
  }

  /**
   * The next request that was not taken before, waited for: the first call returns the first request, and so on.
   *
   * @throws TimeoutException if none comes in time
   */
  public ApiExchange takeRequest(Duration limit) throws InterruptedException, TimeoutException {
    return core().journals().requests().take(limit);
  }

  /**
   * The next attempt to send a callback that was not taken before, waited for.
   *
   * @throws TimeoutException if none comes in time
   */
  public CallbackAttempt takeCallback(Duration limit) throws InterruptedException, TimeoutException {
    return core().journals().callbacks().take(limit);
  }

  /** All attempts to send callbacks, in the order in which they ended. */
  public List<CallbackAttempt> callbacks() {
    return core().journals().callbacks().entries();
  }

  public List<CallbackAttempt> awaitCallbacks(Predicate<List<CallbackAttempt>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return core().journals().callbacks().await(condition, limit);
  }

  /** The callbacks that a fault dropped. */
  public List<Callback> dropped() {
    return core().journals().dropped().entries();
  }

  public List<Callback> awaitDropped(Predicate<List<Callback>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return core().journals().dropped().await(condition, limit);
  }

  /** All messages as they are now, the oldest first. */
  public List<Resource> messages() {
    return core().stores().messages().all();
  }

  public List<Resource> awaitMessages(Predicate<List<Resource>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return core().stores().messages().await(condition, limit);
  }

  /** All calls as they are now, the oldest first. */
  public List<Resource> calls() {
    return core().stores().calls().all();
  }

  public List<Resource> awaitCalls(Predicate<List<Resource>> condition, Duration limit)
      throws InterruptedException, TimeoutException {
    return core().stores().calls().await(condition, limit);
  }

  /** What the person on the phone has heard, such as {@code Say Hello}, and what was wrong with the call's instructions. */
  public List<String> heard(String callSid) {
    return core().board().heardIn(callSid);
  }
}
