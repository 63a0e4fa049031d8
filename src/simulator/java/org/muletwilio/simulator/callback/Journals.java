package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.resource.Journal;

import java.util.function.Consumer;

/**
 * What happened so far.
 *
 * @param requests the requests to the API
 * @param callbacks the callbacks that were sent
 * @param dropped the callbacks that a fault dropped
 */
public record Journals(Journal<ApiExchange> requests, Journal<CallbackAttempt> callbacks, Journal<Callback> dropped) {

  /** Creates empty journals, whose listeners are called with each entry. */
  public static Journals withListeners(Consumer<ApiExchange> requestListener, Consumer<CallbackAttempt> callbackListener) {
    return new Journals(new Journal<>(requestListener), new Journal<>(callbackListener), new Journal<>(callback -> { }));
  }

  public void clear() {
    requests.clear();
    callbacks.clear();
    dropped.clear();
  }
}
