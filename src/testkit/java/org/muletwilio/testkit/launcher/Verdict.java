package org.muletwilio.testkit.launcher;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.project.FlowNames;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The problems of a run. */
final class Verdict {

  private final CallbackLog log;
  private final Optional<TwilioSimulator> simulator;
  private final FlowNames flows;
  private final int messages;

  /**
   * @param log tells what flows have handled
   * @param simulator Twilio's stand-in, if it is one
   * @param flows the application's
   * @param messages how many messages are written to the application
   */
  Verdict(CallbackLog log, Optional<TwilioSimulator> simulator, FlowNames flows, int messages) {
    this.log = log;
    this.simulator = simulator;
    this.flows = flows;
    this.messages = messages;
  }

  /** @return what is missing of what was asked for */
  List<String> missing() {
    List<HandledCallback> handled = log.handled();
    if (simulator.isEmpty() && handled.isEmpty() && !flows.calledBack().isEmpty()) {
      return List.of("any callback for " + String.join(", ", flows.calledBack()));
    }
    long unanswered = messages - handled.stream().filter(HandledCallback::isInboundMessage).count();
    Stream<String> unread = unanswered <= 0 ? Stream.empty()
        : Stream.of("a flow that takes " + unanswered + " of the " + messages + " messages");
    return Stream.concat(unread, simulator.map(AskedStatuses::sids).orElseGet(() -> sidsIn(handled)).stream()
        .filter(sid -> handled.stream().noneMatch(each -> each.isLastOf(sid)))
        .map(sid -> "the last status of " + sid + " (" + last(handled, sid) + atTwilio(sid) + ")")).toList();
  }

  /** @return the callbacks that weren't handled, a line for each */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    log.failed().forEach(each -> failures.add(each.flow() + " failed on " + HandledCallback.described(each.attributes())));
    simulator.ifPresent(twilio -> refused(twilio).forEach(attempt -> failures.add(described(attempt))));
    return failures;
  }

  private static List<String> sidsIn(List<HandledCallback> handled) {
    return handled.stream().filter(HandledCallback::isOfALife).map(each -> each.attributes().getResourceSid()).distinct()
        .toList();
  }

  private static String last(List<HandledCallback> handled, String sid) {
    return handled.stream().filter(each -> sid.equals(each.attributes().getResourceSid())).reduce((first, second) -> second)
        .map(each -> "it was " + each.status()).orElse("none came");
  }

  /** What goes on has no last status yet: a call that nobody ends, such as one in a conference. */
  private String atTwilio(String sid) {
    return simulator.stream().flatMap(twilio -> Stream.concat(twilio.messages().stream(), twilio.calls().stream()))
        .filter(resource -> resource.sid().equals(sid)).findFirst()
        .map(resource -> "; the simulator has it as " + resource.status()).orElse("");
  }

  /** The last attempts of callbacks that got no response or a wrong one. */
  private static List<CallbackAttempt> refused(TwilioSimulator twilio) {
    Map<String, CallbackAttempt> last = new LinkedHashMap<>();
    twilio.callbacks().stream().filter(attempt -> !attempt.forged())
        .forEach(attempt -> last.put(attempt.idempotencyToken(), attempt));
    return last.values().stream().filter(attempt -> !attempt.successful()).toList();
  }

  private static String described(CallbackAttempt attempt) {
    String kind = attempt.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "Twilio sent " + kind + " to " + attempt.signedUrl() + " and got "
        + attempt.failure().orElseGet(() -> String.valueOf(attempt.status()));
  }
}
