package org.muletwilio.testkit.mule;

import static java.util.Collections.unmodifiableMap;

import org.mule.runtime.api.event.Event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.lang3.StringUtils;

/**
 * A run of a flow, with what the flow received.
 *
 * @param flow the flow's name
 * @param variables those that came with the event
 * @param failure why it failed, if it did
 */
public record FlowRun(String flow, Object payload, Object attributes, Map<String, Object> variables, String correlationId,
                      Instant startedAt, Outcome outcome, Optional<FlowFailedException> failure) {

  /** How a run ended, if it has. */
  public enum Outcome {
    RUNNING, SUCCEEDED, FAILED
  }

  static FlowRun started(String flow, Event event) {
    Map<String, Object> variables = new LinkedHashMap<>();
    event.getVariables().forEach((name, value) -> variables.put(name, value.getValue()));
    return new FlowRun(flow, event.getMessage().getPayload().getValue(), event.getMessage().getAttributes().getValue(),
                       unmodifiableMap(variables), event.getCorrelationId(), Instant.now(), Outcome.RUNNING, Optional.empty());
  }

  FlowRun ended(Optional<FlowFailedException> failure) {
    return new FlowRun(flow, payload, attributes, variables, correlationId, startedAt,
                       failure.isPresent() ? Outcome.FAILED : Outcome.SUCCEEDED, failure);
  }

  public boolean hasEnded() {
    return outcome != Outcome.RUNNING;
  }

  public boolean succeeded() {
    return outcome == Outcome.SUCCEEDED;
  }

  public boolean failed() {
    return outcome == Outcome.FAILED;
  }

  @Override
  public String toString() {
    return flow + " " + outcome + failure.map(reason -> " with " + reason.errorType()).orElse("") + ", correlation id "
        + correlationId + ", payload " + StringUtils.abbreviate(String.valueOf(payload), 300);
  }
}
