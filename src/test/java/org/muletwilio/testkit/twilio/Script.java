package org.muletwilio.testkit.twilio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What becomes of messages, by the number that they go to. */
public final class Script {

  private final Map<String, MessageOutcome> outcomes = new ConcurrentHashMap<>();

  Script() {}

  /** Messages to this number end so. */
  public Script outcome(String to, MessageOutcome outcome) {
    outcomes.put(to, outcome);
    return this;
  }

  MessageOutcome outcomeOf(String to) {
    return outcomes.getOrDefault(to, MessageOutcome.delivered());
  }
}
