package org.muletwilio.internal.callback.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.emptyMap;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackAttributesBuilder;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackContent;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.testkit.log.LogLines;

import java.lang.reflect.Proxy;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** Who is asked whether a callback repeats another, and what a flow's end becomes. */
class CallbackRunnerTest {

  private final List<String> asked = new ArrayList<>();
  private final List<Object> keys = new ArrayList<>();
  private int lookUps;
  private int stops;
  private Supplier<CompletableFuture<ExecutionResult>> end = () -> completedFuture(ended("done"));
  private final CallbackRunner runner = new CallbackRunner(new FlowDispatcher(locator()),
      TestWaits.of("Twilio", new Deadlines(System::nanoTime, Runnable::run), 60_000), asking("statuses"), asking("requests"),
      asking("states"), () -> stops++);

  @Test
  void statusesAreKnownApartFromWhatAsksForAnAnswer() {
    run(CallbackKind.MESSAGE_STATUS);
    run(CallbackKind.WEBHOOK);
    runner.run(route(CallbackKind.MESSAGE_STATUS), CallerAccount.OWN, Optional.empty(),
        CallbackContent.givenUp(CallbackKind.MESSAGE_STATUS, fields()), attributes(CallbackKind.MESSAGE_STATUS));
    assertEquals(List.of("statuses", "requests", "statuses"), asked);
    assertNotEquals(keys.get(0), keys.get(2), "what is given up runs the flow that a status has run");
  }

  @Test
  void whatCanNotEvenBeginIsAFailureAndToldOf() {
    end = () -> {
      throw new StackOverflowError("broken on purpose");
    };
    try (LogLines log = LogLines.of(CallbackRunner.class.getName(), Level.ERROR)) {
      assertSame(CallbackAnswer.FLOW_FAILED, run(CallbackKind.MESSAGE_STATUS));
      assertEquals(1, log.with("A callback for flow 'flow' could not be processed").size(), log.all()::toString);
    }
  }

  @Test
  void aStopEndsWhatIsBehindIt() {
    runner.stop();
    assertEquals(1, stops);
  }

  @Test
  void whatAFlowEndsWithIsTheAnswerWhereTwilioAsksForOne() throws Exception {
    end = () -> completedFuture(ended("<Response/>"));
    CallbackAnswer twiml = run(CallbackKind.CALL_INSTRUCTIONS);
    assertEquals("200 text/xml; charset=utf-8 <Response/>", describe(twiml));
    end = () -> completedFuture(ended("hello"));
    assertEquals("200 text/plain; charset=UTF-8 hello", describe(run(CallbackKind.WEBHOOK)));
  }

  @Test
  void whatCanNotBeAnAnswerIsAFailureAndToldOf() {
    try (LogLines log = LogLines.of(FlowAnswers.class.getName(), Level.ERROR)) {
      end = () -> completedFuture(ended("<Message/>"));
      assertSame(CallbackAnswer.FLOW_FAILED, run(CallbackKind.CALL_INSTRUCTIONS));
      assertEquals(1, log.with("Flow 'flow' must end with TwiML as its payload, but its root is <Message>").size(),
                   log.all()::toString);
      end = () -> completedFuture(ended(List.of("neither text nor bytes")));
      assertSame(CallbackAnswer.FLOW_FAILED, run(CallbackKind.WEBHOOK));
      assertEquals(1, log.with("Flow 'flow' must end with the answer to Twilio as its payload (kind WEBHOOK), but ").size(),
                   log.all()::toString);
    }
  }

  private static String describe(CallbackAnswer answer) throws Exception {
    return answer.getStatus() + " " + answer.getBody().orElseThrow().getContentType() + " "
        + new String(answer.getBody().orElseThrow().getBytes(), UTF_8);
  }

  @Test
  void aFlowIsLookedUpOnce() {
    for (int i = 0; i < 3; i++) {
      assertSame(CallbackAnswer.DONE, run(CallbackKind.MESSAGE_STATUS));
    }
    assertEquals(1, lookUps);
  }

  @Test
  void aFlowThatCanNotRunIsUnavailableAndToldOf() {
    try (LogLines log = LogLines.of(FlowFailure.class.getName(), Level.WARN)) {
      for (Throwable failure : List.of(new IllegalStateException("stopped"),
          new CompletionException(new IllegalStateException("stopped")))) {
        end = () -> CompletableFuture.failedFuture(failure);
        assertSame(CallbackAnswer.FLOW_UNAVAILABLE, run(CallbackKind.MESSAGE_STATUS));
      }
      assertEquals(2, log.with("Twilio called back for flow 'flow', which is stopped or too busy to run").size());
    }
  }

  @Test
  void anEndThatCanNotBeTakenIsAFailure() {
    try (LogLines log = LogLines.of(FlowDispatcher.class.getName(), Level.ERROR)) {
      end = () -> completedFuture(fake(ExecutionResult.class, Map.of()));
      assertSame(CallbackAnswer.FLOW_FAILED, run(CallbackKind.EVENT));
      assertEquals(1, log.with("Flow 'flow', which Twilio called back for, has ended, but its result can't be read").size());
    }
  }

  @Test
  void anAnswerThatTwilioDoesNotGetIsToldOfOnce() {
    try (LogLines log = LogLines.of(FlowAnswers.class.getName(), Level.WARN)) {
      run(CallbackKind.EVENT);
      assertEquals(List.of(), log.all());
      end = () -> completedFuture(ended("<Response/>"));
      for (int i = 0; i < 3; i++) {
        assertSame(CallbackAnswer.DONE, run(CallbackKind.EVENT));
      }
      run(CallbackKind.MESSAGE_STATUS);
      assertEquals(1, log.all().size(), log.all()::toString);
      assertEquals(1, log.with("Flow 'flow' ends with TwiML, which Twilio does not get").size());
    }
  }

  private CallbackAnswer run(CallbackKind kind) {
    return runner.run(route(kind), CallerAccount.OWN, Optional.empty(), new CallbackContent(kind, fields(), Optional.empty()),
        attributes(kind)).getEnd().getNow(null);
  }

  private static CallbackRoute route(CallbackKind kind) {
    return new CallbackRoute("Twilio", kind, "flow", Optional.empty(), emptyMap());
  }

  private static CallbackAttributesBuilder attributes(CallbackKind kind) {
    return new CallbackAttributesBuilder().kind(kind).flow("flow").method("POST").receivedAt(ZonedDateTime.now())
        .reconciled(false);
  }

  private static MultiMap<String, String> fields() {
    MultiMap<String, String> fields = new MultiMap<>();
    fields.put("MessageSid", "SM1");
    fields.put("MessageStatus", "sent");
    return fields;
  }

  private IdempotentReceiver asking(String name) {
    return (identity, run) -> {
      asked.add(name);
      keys.add(identity);
      return run.get();
    };
  }

  private ConfigurationComponentLocator locator() {
    ExecutableComponent flow = fake(ExecutableComponent.class, Map.of("execute", () -> end.get()), Component.class);
    return fake(ConfigurationComponentLocator.class, Map.of("find", () -> {
      lookUps++;
      return Optional.of(flow);
    }));
  }

  private static ExecutionResult ended(Object payload) {
    Event event = fake(Event.class, Map.of("getMessage", () -> Message.of(payload), "getVariables", Map::of));
    return fake(ExecutionResult.class, Map.of("getEvent", () -> event));
  }

  private static <T> T fake(Class<T> type, Map<String, Supplier<?>> answers, Class<?>... more) {
    List<Class<?>> types = new ArrayList<>(List.of(more));
    types.add(type);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), types.toArray(new Class<?>[0]),
        (proxy, method, arguments) -> answers.containsKey(method.getName()) ? answers.get(method.getName()).get() : null));
  }
}
