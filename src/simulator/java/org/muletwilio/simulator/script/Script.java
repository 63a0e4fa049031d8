package org.muletwilio.simulator.script;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The outcomes of messages and calls, by the number on the other side. */
public final class Script {

  private final Map<String, MessageOutcome> outcomes = new ConcurrentHashMap<>();
  private final Map<String, CallScript> calls = new ConcurrentHashMap<>();

  public Script() {}

  /** Sets the outcome of messages to this number. */
  public Script outcome(String to, MessageOutcome outcome) {
    outcomes.put(to, outcome);
    return this;
  }

  /** Sets what happens in calls to or from this number. */
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
