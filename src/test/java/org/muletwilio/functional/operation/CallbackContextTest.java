package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contexts as users give them: what comes back, and which are refused since no flow gets them. */
class CallbackContextTest extends CallbackParametersApplication {

  @ParameterizedTest
  @EnumSource
  void aContextThatNoFlowGetsBackIsRefused(ContextOnly operation) {
    FlowFailedException failure = assertThrows(FlowFailedException.class,
        () -> mule.run(operation.name(), Map.of("To", "+15551234567", "Body", "x"), null, Map.of("context", Map.of("order", 1))));
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure.errorType(), failure.description());
    assertTrue(failure.description().startsWith("twilio:" + operation.operation() + ": callbackContext has values, but no flow"),
               failure.description());
    assertNothingWasSent();
  }

  @Test
  void theTableIsWhole() {
    Set<String> withContext = new TreeSet<>();
    List<OperationModel> operations = new ArrayList<>(mule.extensionModel("Twilio").getOperationModels());
    mule.extensionModel("Twilio").getConfigurationModels().forEach(config -> operations.addAll(config.getOperationModels()));
    operations.stream().filter(each -> each.getAllParameterModels().stream().map(ParameterModel::getName)
        .anyMatch("callbackContext"::equals)).forEach(each -> withContext.add(each.getName().replaceAll("([A-Z])", "-$1")
            .toLowerCase(Locale.ROOT)));
    // their flow is required
    withContext.removeAll(Set.of("callback-url", "authorize-url"));
    assertEquals(withContext, Stream.of(ContextOnly.values()).map(ContextOnly::operation)
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void valuesOfAllTypesComeBackAsTexts() throws Exception {
    Map<String, Object> context = Map.of("order", 4711, "total", 9.5, "paid", true, "day", LocalDate.of(2026, 3, 1));
    for (Map<String, Object> each : List.of(context, new HashMap<>(context), new TreeMap<>(context),
                                            new ConcurrentHashMap<>(context))) {
      int before = mule.runs("status").size();
      mule.run("send", "", null, Map.of("context", each));
      FlowRun run = mule.awaitRun("status", any -> mule.runs("status").size() > before && any.hasEnded(), SOON);
      assertEquals(Map.of("order", "4711", "total", "9.5", "paid", "true", "day", "2026-03-01"),
                   ((CallbackAttributes) run.attributes()).getContext());
    }
  }

  @Test
  void aNestedValueIsRefusedWithItsKey() {
    simulator.forget();
    FlowFailedException failure = assertThrows(FlowFailedException.class,
        () -> mule.run("send", "", null, Map.of("context", Map.of("customer", Map.of("name", "Ada")))));
    assertEquals("TWILIO:INVALID_CALLBACK_URL", failure.errorType());
    assertTrue(failure.description().startsWith("twilio:send-message: callbackContext has an object as its value of 'customer'"),
               failure.description());
    assertNothingWasSent();
  }
}
