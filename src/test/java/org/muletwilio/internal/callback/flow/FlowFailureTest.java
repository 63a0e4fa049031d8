package org.muletwilio.internal.callback.flow;

import static java.util.Collections.emptyMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.execution.ComponentExecutionException;
import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.lifecycle.LifecycleException;
import org.mule.runtime.api.message.Error;
import org.mule.runtime.api.message.ErrorType;
import org.mule.runtime.api.message.Message;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.Fakes;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.testkit.log.LogLines;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What Twilio is told where a flow fails, by what it fails with. */
class FlowFailureTest {

  private static final CallbackRoute ROUTE =
      new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "flow", Optional.empty(), emptyMap());

  private volatile CompletableFuture<?> end;
  private final ExecutableComponent flow =
      Fakes.of(ExecutableComponent.class, Map.of("execute", arguments -> end), Component.class);
  private final FlowDispatcher flows = new FlowDispatcher(
      Fakes.of(ConfigurationComponentLocator.class, Map.of("find", arguments -> Optional.of(flow))));

  /** An error of the flow is its own; Twilio may try again where Mule was too busy, or the flow itself is stopped. */
  @Test
  void howAFlowFailsDecidesWhatTwilioIsTold() {
    try (LogLines log = LogLines.of(FlowFailure.class.getName(), Level.WARN)) {
      assertSame(CallbackAnswer.FLOW_FAILED, failed("CONNECTIVITY", new IllegalStateException("broken on purpose")));
      assertEquals(2, log.with("Flow 'flow', which Twilio called back for, failed: CONNECTIVITY").size(), log.all()::toString);
      for (String busy : List.of("OVERLOAD", "FLOW_BACK_PRESSURE")) {
        assertSame(CallbackAnswer.FLOW_UNAVAILABLE, failed(busy, new IllegalStateException("too busy")));
      }
      assertSame(CallbackAnswer.FLOW_FAILED, failed("UNKNOWN", stopped("another flow")));
      assertEquals(8, log.all().size(), log.all()::toString);
      assertSame(CallbackAnswer.FLOW_UNAVAILABLE, failed("UNKNOWN", new LifecycleException(new IllegalStateException(), flow)));
      assertEquals(2, log.with("Twilio called back for flow 'flow', which is stopped or too busy to run").size(),
                   log.all()::toString);
    }
  }

  /** A source is not told which flow it is that was stopped but in the text of a message. */
  @Test
  void howTheFlowOfASourceFailsDecidesToo() {
    assertSame(CallbackAnswer.FLOW_FAILED, failedSource("CONNECTIVITY", new IllegalStateException("\"flow\" is broken")));
    assertSame(CallbackAnswer.FLOW_UNAVAILABLE, failedSource("SOURCE_ERROR_RESPONSE_SEND", new IllegalStateException()));
    assertSame(CallbackAnswer.FLOW_UNAVAILABLE, failedSource("OVERLOAD", new IllegalStateException()));
    assertSame(CallbackAnswer.FLOW_UNAVAILABLE, failedSource("UNKNOWN", new IllegalStateException(stopped("flow"))));
    assertSame(CallbackAnswer.FLOW_FAILED, failedSource("UNKNOWN", new IllegalStateException(stopped("another flow"))));
  }

  @Test
  void aFlowThatIsGoneIsUnavailable() {
    FlowDispatcher none = new FlowDispatcher(Fakes.of(ConfigurationComponentLocator.class,
        Map.of("find", arguments -> Optional.empty(), "findAllLocations", arguments -> List.of())));
    try (LogLines log = LogLines.of(FlowDispatcher.class.getName(), Level.WARN)) {
      assertSame(CallbackAnswer.FLOW_UNAVAILABLE, none.dispatch(ROUTE, Message.of("")).join());
      assertEquals(List.of("WARN Twilio called back for flow 'flow', which the application no longer has"), log.all());
    }
    assertTrue(none.reasonAgainst("flow").orElseThrow().startsWith("there is no flow at all"));
    assertEquals(Optional.empty(), flows.reasonAgainst("flow"));
  }

  private CallbackAnswer failed(String errorType, Throwable cause) {
    Error error = error(errorType, cause);
    Event event = Fakes.of(Event.class, Map.of("getError", arguments -> Optional.of(error)));
    ComponentExecutionException failure = new ComponentExecutionException(cause, event);
    end = CompletableFuture.failedFuture(failure);
    CallbackAnswer answer = flows.dispatch(ROUTE, Message.of("")).join();
    end = end.thenApply(any -> null);
    assertSame(answer, flows.dispatch(ROUTE, Message.of("")).join(), "as the cause of a CompletionException");
    return answer;
  }

  private static CallbackAnswer failedSource(String errorType, Throwable cause) {
    return FlowFailure.answerOfSource("flow", error(errorType, cause));
  }

  private static Throwable stopped(String name) {
    return new LifecycleException(createStaticMessage("Cannot process event as \"" + name + "\" is stopped"), new Object());
  }

  private static Error error(String type, Throwable cause) {
    ErrorType errorType = Fakes.of(ErrorType.class, Map.of("getIdentifier", arguments -> type, "toString", arguments -> type));
    return Fakes.of(Error.class, Map.of("getErrorType", arguments -> errorType, "getCause", arguments -> cause));
  }
}
