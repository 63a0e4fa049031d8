package org.muletwilio.simulator;

import org.muletwilio.simulator.api.ApiFaults;
import org.muletwilio.simulator.call.CallControl;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.Faults;
import org.muletwilio.simulator.callback.Forgery;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.script.Script;
import org.muletwilio.simulator.storage.StoredFile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What happens without a request to the API: outcomes and faults, forged and repeated callbacks, incoming messages and calls. */
abstract class SimulatorActions extends SimulatorHistory {

  /** The outcomes of messages and calls. */
  public Script script() {
    return core().script();
  }

  /** The faults of callbacks. */
  public Faults faults() {
    return core().faults();
  }

  /** The faults of requests to the API. */
  public ApiFaults apiFaults() {
    return core().apiFaults();
  }

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

  /**
   * A message with a file comes in for one of the numbers, whose address is told of it. The API leads to the file.
   *
   * @param contentType such as {@code image/png}
   */
  public Resource receiveFile(String from, String to, String body, String contentType, byte[] file) {
    return core().inbound().messageWithFiles(from, to, body, List.of(new StoredFile(contentType, file)));
  }

  /** Receives a call for one of the numbers and fetches instructions from its voice URL. */
  public Resource receiveCall(String from, String to) {
    return core().inbound().call(from, to);
  }

  /** A person calls one of the numbers, who presses keys and speaks as {@link #press} and {@link #say} tell. */
  public Resource receiveAttendedCall(String from, String to) {
    return core().inbound().call(from, to, CallScript.attended());
  }

  /** A person answers a call that rings and whose number is attended. */
  public void answer(String callSid) {
    control(callSid).pickUp();
  }

  /** A person declines a call that rings and whose number is attended. */
  public void decline(String callSid) {
    control(callSid).decline();
  }

  /** A person presses keys in a call: digits, * and #. */
  public void press(String callSid, String keys) {
    control(callSid).press(keys);
  }

  /** A person says something in a call. */
  public void say(String callSid, String text) {
    control(callSid).say(text);
  }

  private CallControl control(String callSid) {
    return core().board().session(callSid).orElseThrow(() -> new IllegalArgumentException("No call is going on: " + callSid))
        .control();
  }

  /**
   * Sends a callback that nothing happened for, as Twilio would send it, and returns what came of it.
   *
   * @param fields in place of the usual ones of its kind
   */
  public CallbackAttempt trigger(Callback.Kind kind, String url, Form fields) {
    return core().adHocCallbacks().trigger(kind, "POST", url, Optional.empty(), fields);
  }

  /** Stops the time: messages and calls stay as they are until it is moved on or runs again. */
  public void stopTime() {
    core().clock().stop();
  }

  /** Lets the time run again. */
  public void runTime() {
    core().clock().run();
  }

  /** Moves the time on to what happens next, and returns whether anything is planned. */
  public boolean stepTime() {
    return core().clock().step();
  }

  /** Moves the time on; what is to happen until then happens now. */
  public void advance(Duration by) {
    core().clock().advance(by);
  }
}
