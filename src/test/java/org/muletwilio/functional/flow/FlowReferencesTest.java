package org.muletwilio.functional.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.api.meta.model.operation.OperationModel;
import org.mule.runtime.api.meta.model.parameter.ParameterModel;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every flow that any operation can name is run by a callback that the simulator sends of its own accord. The names come from the
 * extension's model, so that none can be forgotten.
 */
class FlowReferencesTest {

  /** Its flow is called by a browser and not by Twilio: see ConnectTest. */
  private static final String BROUGHT_BY_A_BROWSER = "authorize-url";

  private static final List<FlowScenario> SCENARIOS = FlowScenarios.all();
  private static final Map<FlowScenario, Boolean> PLAYED = new ConcurrentHashMap<>();

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    // a conference lasts until somebody ends it
    simulator.script().call("*", CallScript.answered().stays(2));
    mule = application(simulator, freePort(), FlowScenarios.stageElements()
        + SCENARIOS.stream().map(FlowScenario::elements).collect(Collectors.joining())).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  static Stream<Arguments> references() {
    return SCENARIOS.stream().flatMap(scenario -> scenario.references().keySet().stream().sorted()
        .map(reference -> Arguments.of(scenario.name(), reference)));
  }

  @Test
  void everyReferenceHasAScenarioAndNoOther() {
    Set<String> played = SCENARIOS.stream().flatMap(scenario -> scenario.references().keySet().stream()
        .map(reference -> scenario.operation() + " " + reference)).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(referencesOfTheModel(), played);
    assertEquals(SCENARIOS.size(), SCENARIOS.stream().map(FlowScenario::name).distinct().count());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("references")
  void aCallbackRunsTheFlow(String name, String reference) throws Exception {
    FlowScenario scenario = SCENARIOS.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    play(scenario);

    CallbackKind kind = scenario.references().get(reference);
    FlowRun run = mule.awaitRun(scenario.flowOf(reference), FlowRun::succeeded, SOON);
    CallbackAttributes attributes = (CallbackAttributes) run.attributes();
    assertEquals(kind, attributes.getKind());
    assertEquals(Map.of("scenario", name), attributes.getContext());
    assertTrue(mule.runs(name).stream().anyMatch(each -> each.correlationId().equals(attributes.getCorrelationId())),
               attributes.getCorrelationId());
    CallbackAttempt attempt =
        awaitCallback(simulator, each -> each.idempotencyToken().equals(attributes.getIdempotencyToken()));
    assertFalse(attempt.forged());
    assertEquals(attempt.signedUrl(), attributes.getPublicUrl());
    assertEquals(kind.isAnswered() ? 200 : 204, attempt.status());
  }

  private static void play(FlowScenario scenario) throws Exception {
    if (PLAYED.putIfAbsent(scenario, true) == null) {
      String number = String.format("+1415555%04d", 1000 + SCENARIOS.indexOf(scenario));
      scenario.course().take(scenario.name(), number, new FlowScenario.Stage(mule, simulator));
    }
  }

  private static Set<String> referencesOfTheModel() {
    ExtensionModel model = mule.extensionModel("Twilio");
    Stream<OperationModel> ofConfigs = model.getConfigurationModels().stream()
        .flatMap(config -> config.getOperationModels().stream());
    return Stream.concat(model.getOperationModels().stream(), ofConfigs)
        .filter(operation -> !BROUGHT_BY_A_BROWSER.equals(hyphenated(operation)))
        .flatMap(operation -> operation.getAllParameterModels().stream().filter(FlowReferencesTest::isFlow)
            .map(parameter -> hyphenated(operation) + " " + parameter.getName())).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String hyphenated(OperationModel operation) {
    return operation.getName().replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);
  }

  private static boolean isFlow(ParameterModel parameter) {
    return parameter.getName().equals("flow-ref")
        || parameter.getAllowedStereotypes().stream().anyMatch(stereotype -> stereotype.getType().equals("FLOW"));
  }
}
