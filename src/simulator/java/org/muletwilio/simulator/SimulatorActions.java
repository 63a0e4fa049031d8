package org.muletwilio.simulator;

import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.Forgery;
import org.muletwilio.simulator.resource.Resource;

import java.util.List;

/** What a user makes happen that no request to the API does: callbacks of any making, and messages and calls from outside. */
abstract class SimulatorActions extends SimulatorHistory {

  /** Begins a forged callback of the kind, account and address of one that was sent. */
  public Forgery forge(CallbackAttempt known) {
    return core().adHocCallbacks().forge(known);
  }

  /** Begins a forged callback to an address, a message's status if nothing else is said. */
  public Forgery forge(String url) {
    return core().adHocCallbacks().forge(url);
  }

  /** Sends a callback once more, as it was and with its idempotency token, and returns what came of it. */
  public CallbackAttempt repeat(CallbackAttempt sent) {
    return core().adHocCallbacks().repeat(sent);
  }

  /**
   * Sends JSON to an address, as Event Streams does, and returns what came of it.
   *
   * @param url such as {@code twilio:callback-url} makes with the kind EVENT
   * @param json all of the body
   */
  public CallbackAttempt sendEvent(String url, String json) {
    return core().adHocCallbacks().sendEvent(url, json);
  }

  /** A message comes in for one of the numbers, whose address is told of it. */
  public Resource receiveMessage(String from, String to, String body, String... mediaUrls) {
    return core().inbound().message(from, to, body, List.of(mediaUrls));
  }

  /** A call comes in for one of the numbers, whose address is asked what to do. */
  public Resource receiveCall(String from, String to) {
    return core().inbound().call(from, to);
  }
}
