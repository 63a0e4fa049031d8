package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.resource.Journal;

import java.util.function.Consumer;

/**
 * What happened so far.
 *
 * @param requests those to the API
 * @param callbacks those that were sent
 * @param dropped those that a fault kept from being sent
 */
public record Journals(Journal<ApiExchange> requests, Journal<CallbackAttempt> callbacks, Journal<Callback> dropped) {

  /** Empty ones, whose listeners are told of each entry. */
  public static Journals telling(Consumer<ApiExchange> requestListener, Consumer<CallbackAttempt> callbackListener) {
    return new Journals(new Journal<>(requestListener), new Journal<>(callbackListener), new Journal<>(callback -> { }));
  }

  public void clear() {
    requests.clear();
    callbacks.clear();
    dropped.clear();
  }
}
