package org.muletwilio.simulator.script;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What becomes of messages and calls, by the number on the other side. */
public final class Script {

  private final Map<String, MessageOutcome> outcomes = new ConcurrentHashMap<>();
  private final Map<String, CallScript> calls = new ConcurrentHashMap<>();

  public Script() {}

  /** Messages to this number end so. */
  public Script outcome(String to, MessageOutcome outcome) {
    outcomes.put(to, outcome);
    return this;
  }

  /** Calls to or from this number go so. */
  public Script call(String number, CallScript script) {
    calls.put(number, script);
    return this;
  }

  public MessageOutcome outcomeOf(String to) {
    return outcomes.getOrDefault(to, MessageOutcome.delivered());
  }

  public CallScript callOf(String number) {
    return calls.getOrDefault(number, CallScript.answered());
  }
}
