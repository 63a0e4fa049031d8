package org.muletwilio.simulator.page;

import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.script.MessageOutcome;
import org.muletwilio.simulator.script.Rules;

import java.util.List;
import java.util.Optional;

/** The paths that say how messages and calls end. */
final class OutcomePaths {

  private final SimulatorCore simulator;

  OutcomePaths(SimulatorCore simulator) {
    this.simulator = simulator;
  }

  List<WebPath> paths() {
    WebParameter from = WebParameter.party("from");
    WebParameter to = WebParameter.party("to");
    WebParameter kind = WebParameter.choice("kind", "message", "call").asRequired();
    return List.of(
        WebPath.post("outcomes", "sets how messages, or calls, between two numbers end; * is any number", this::set,
                     kind, from, to, new WebParameter("outcomes", "list such as failed:30003,delivered", true,
                                                      value -> Optional.empty())),
        WebPath.post("outcomes/remove", "takes that back", this::remove, kind, from, to),
        WebPath.post("opt-outs", "notes that a number answered STOP to a sender, or takes that back", this::optOut,
                     WebParameter.phoneNumber("recipient").asRequired(), WebParameter.party("sender").asRequired(),
                     WebParameter.flag("optedOut").asRequired()));
  }

  private Optional<String> set(WebRequest request) {
    Rules.Parties parties = parties(request);
    if (request.text("kind").equals("call")) {
      simulator.script().calls().set(parties, CallScript.parseAll(request.text("outcomes")));
    } else {
      simulator.script().messages().set(parties, MessageOutcome.parseAll(request.text("outcomes")));
    }
    return Optional.of("Outcome set");
  }

  private Optional<String> remove(WebRequest request) {
    Rules<?> rules = request.text("kind").equals("call") ? simulator.script().calls() : simulator.script().messages();
    return Optional.of("Outcome removed").filter(text -> rules.remove(parties(request)));
  }

  private static Rules.Parties parties(WebRequest request) {
    return new Rules.Parties(request.optional("from").orElse(Rules.ANY), request.optional("to").orElse(Rules.ANY));
  }

  private Optional<String> optOut(WebRequest request) {
    boolean out = request.flag("optedOut");
    simulator.messageLifecycle().optOuts().set(request.text("recipient"), request.text("sender"), out);
    return Optional.of(request.text("recipient") + (out ? " gets no more messages of " : " gets messages again of ")
        + request.text("sender"));
  }
}
