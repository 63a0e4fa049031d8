package org.muletwilio.functional.flow;

import static org.muletwilio.functional.support.TestApplication.SOON;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * An operation that names flows, and the natural course of things in which Twilio calls them back.
 *
 * @param name the flow's in which the operation is
 * @param operation the operation's element
 * @param attributes its attributes, those that name flows aside
 * @param after the elements that follow it
 * @param references the attributes that name flows, and what Twilio calls back about
 * @param course what happens
 */
record FlowScenario(String name, String operation, String attributes, String after, Map<String, CallbackKind> references,
    Course course) {

  /** What happens around an operation. */
  @FunctionalInterface
  interface Course {

    /** @param number a phone number of the scenario's own */
    void take(String flow, String number, Stage stage) throws Exception;
  }

  /** Who takes part. */
  record Stage(EmbeddedMule mule, TwilioSimulator twilio) {

    /** Runs a flow that is asked for by a variable or by its payload. */
    Object run(String flow, String payload, Map<String, ?> variables) {
      return mule.run(flow, payload, null, variables).payload();
    }

    /** Waits until a call is in progress. */
    void awaitAnswer(String callSid) throws Exception {
      twilio.awaitCalls(calls -> calls.stream().anyMatch(call -> call.sid().equals(callSid)
          && call.status().equals("in-progress")), SOON);
    }
  }

  static FlowScenario of(String operation, String attributes, Map<String, CallbackKind> references, Course course) {
    return new FlowScenario(operation, operation, attributes, "", references, course);
  }

  /** The same operation in other circumstances. */
  FlowScenario when(String circumstances) {
    return new FlowScenario(operation + " when " + circumstances, operation, attributes, after, references, course);
  }

  FlowScenario then(String elements) {
    return new FlowScenario(name, operation, attributes, elements, references, course);
  }

  /** The name of the flow that a reference names. */
  String flowOf(String reference) {
    return name + " " + reference;
  }

  /** The flow with the operation, and those that it names. */
  String elements() {
    String named = references.keySet().stream().map(reference -> reference + "='" + flowOf(reference) + "'")
        .collect(Collectors.joining(" "));
    String flows = references.keySet().stream().map(reference -> "<flow name='" + flowOf(reference)
        + "'><set-payload value='&lt;Response/&gt;'/></flow>").collect(Collectors.joining());
    return "<flow name='" + name + "'><twilio:" + operation + " config-ref='Twilio' " + attributes + " " + named
        + "><twilio:callback-contexts><twilio:callback-context key='scenario' value='" + name + "'/></twilio:callback-contexts>"
        + "</twilio:" + operation + ">" + after + "</flow>" + flows;
  }
}
