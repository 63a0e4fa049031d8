package org.muletwilio.simulator.script;

import java.util.List;

/** The outcomes of messages and calls, by sender, recipient and order. */
public final class Script {

  private final Rules<MessageOutcome> messages = new Rules<>(MessageOutcome.delivered());
  private final Rules<CallScript> calls = new Rules<>(CallScript.answered());

  public Script() {}

  /** Sets the outcomes of messages to this number, in order; the last one stays. */
  public Script outcome(String to, MessageOutcome... outcomes) {
    messages.set(new Rules.Parties(Rules.ANY, to), List.of(outcomes));
    return this;
  }

  /** Sets the outcomes of messages from this sender to this number; {@code *} is any. */
  public Script outcome(String from, String to, MessageOutcome... outcomes) {
    messages.set(new Rules.Parties(from, to), List.of(outcomes));
    return this;
  }

  /** Sets what happens in calls to or from this number, in order; the last script stays. */
  public Script call(String number, CallScript... scripts) {
    calls.set(new Rules.Parties(Rules.ANY, number), List.of(scripts));
    return this;
  }

  /** Sets what happens in calls between a number of the account and this one; {@code *} is any. */
  public Script call(String own, String number, CallScript... scripts) {
    calls.set(new Rules.Parties(own, number), List.of(scripts));
    return this;
  }

  /** The rules for messages. */
  public Rules<MessageOutcome> messages() {
    return messages;
  }

  /** The rules for calls; the recipient of a rule is the number on the other side, whoever calls. */
  public Rules<CallScript> calls() {
    return calls;
  }

  /** The outcome of the next message. */
  public MessageOutcome outcomeOf(String from, String to) {
    return messages.next(from, to);
  }

  /** What happens in the next call between a number of the account and the one on the other side. */
  public CallScript callOf(String own, String number) {
    return calls.next(own, number);
  }
}
