package org.muletwilio.simulator;

import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.Forgery;
import org.muletwilio.simulator.resource.Resource;

import java.util.List;

/** What happens without a request to the API: forged and repeated callbacks, and incoming messages and calls. */
abstract class SimulatorActions extends SimulatorHistory {

  /** Prepares a forged callback with the kind, account and URL of one that was sent. */
  public Forgery forge(CallbackAttempt known) {
    return core().adHocCallbacks().forge(known);
  }

  /** Prepares a forged callback to a URL; by default it reports the status of a message. */
  public Forgery forge(String url) {
    return core().adHocCallbacks().forge(url);
  }

  /** Sends a callback again, unchanged and with the same idempotency token, and returns the attempt. */
  public CallbackAttempt repeat(CallbackAttempt sent) {
    return core().adHocCallbacks().repeat(sent);
  }

  /**
   * Posts JSON to a URL, as Event Streams does, and returns the attempt.
   *
   * @param url such as {@code twilio:callback-url} makes with the kind EVENT
   * @param json all of the body
   */
  public CallbackAttempt sendEvent(String url, String json) {
    return core().adHocCallbacks().sendEvent(url, json);
  }

  /** Receives a message for one of the numbers and calls its messaging URL. */
  public Resource receiveMessage(String from, String to, String body, String... mediaUrls) {
    return core().inbound().message(from, to, body, List.of(mediaUrls));
  }

  /** Receives a call for one of the numbers and fetches instructions from its voice URL. */
  public Resource receiveCall(String from, String to) {
    return core().inbound().call(from, to);
  }
}
