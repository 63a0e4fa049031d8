package org.muletwilio;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.internal.callback.codec.SafeLogger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The floors of the connector, the simulator, the test kit and the functional tests: classes depend on their own floor and on
 * those below, never in cycles.
 */
class ArchitectureTest {

  /** From the ground up. The packages of one floor stand side by side. */
  private static final List<Set<String>> FLOORS = List.of(
      Set.of("api.callback", "api.parameter", "api.resource"),
      Set.of("internal.callback.codec", "internal.callback.lifecycle", "internal.callback.schedule", "internal.error"),
      Set.of("internal.callback.store", "internal.callback.trust"),
      Set.of("internal.callback.route"),
      Set.of("internal.callback.content", "internal.callback.claim", "internal.callback.address",
             "internal.callback.address.tunnel", "internal.callback.listener"),
      Set.of("internal.callback.signature", "internal.callback.idempotency", "internal.callback.pending"),
      Set.of("internal.callback.flow"),
      Set.of("internal.callback.reconciliation"),
      Set.of("internal.callback"),
      Set.of("internal.connection", "internal.connection.http", "internal.connection.oauth"),
      Set.of("internal.operation", "internal.metadata", "internal.validation"),
      Set.of("internal.message", "internal.call", "internal.conference", "internal.recording", "internal.phonenumber",
             "internal.application", "internal.download", "internal.twiml", "internal.request", "internal.request.catalogue",
             "internal.source.registration", "internal.source.resource", "internal.messagingservice"),
      Set.of("internal.source.parameter"),
      Set.of("internal.source"),
      Set.of("internal.config"),
      Set.of("internal"));

  private static final Floors CONNECTOR = new Floors("src/main/java", "org.muletwilio", FLOORS);

  private static final Floors SIMULATOR = new Floors("src/simulator/java", "org.muletwilio.simulator", List.of(
      Set.of("resource", "script", "thread"),
      Set.of("http", "api", "storage"),
      Set.of("callback", "catalogue"),
      Set.of("event"),
      Set.of("twiml", "message", "parameter"),
      Set.of("call"),
      Set.of("conference"),
      Set.of("session"),
      Set.of("endpoint"),
      Set.of("core"),
      Set.of("page"),
      Set.of("")));

  private static final Floors TEST_KIT = new Floors("src/testkit/java", "org.muletwilio.testkit", List.of(
      Set.of("catalogue", "expression.token", "expression.value", "fuzz", "http", "load", "log", "project", "scheduler",
             "tool", "work"),
      Set.of("expression.format", "module.content", "proxy", "redis", "tunnel"),
      Set.of("expression.function", "module.ee", "module.listener", "module.os", "module.request"),
      Set.of("expression.evaluation", "module"),
      Set.of("expression.syntax"),
      Set.of("expression"),
      Set.of("check", "munit.matcher", "munit.tools.parameter"),
      Set.of("mule", "munit.interception", "munit.suite"),
      Set.of("munit.tools", "server", "store"),
      Set.of("munit"),
      Set.of("launcher.option"),
      Set.of("launcher")));

  /** What all rooms share knows none of them; what one room alone needs is in that room. */
  private static final Floors FUNCTIONAL_TESTS = new Floors("src/test/java", "org.muletwilio.functional", List.of(
      Set.of("support"),
      Set.of("callback", "documentation", "download", "environment", "flow", "hostile", "launcher", "lifecycle", "listener",
             "module", "munit", "operation", "outbound", "plugin", "reliability", "request", "sample", "signature", "simulator",
             "source", "store")));

  @Test
  void eachPackageHasAFloor() {
    CONNECTOR.checkPackages();
    SIMULATOR.checkPackages();
    TEST_KIT.checkPackages();
    FUNCTIONAL_TESTS.checkPackages();
  }

  /** The diagram in CONTRIBUTING shows all floors but the extension's own, from the highest to the ground. */
  @Test
  void theDiagramShowsTheFloors() throws IOException {
    List<Set<String>> shown = new ArrayList<>();
    Pattern.compile("\\[\"(.+?)\"]").matcher(Files.readString(Path.of("CONTRIBUTING.md"))).results()
        .forEach(box -> shown.add(0, Set.of(box.group(1).split(" · "))));
    assertEquals(FLOORS.subList(0, FLOORS.size() - 1).stream()
        .map(floor -> floor.stream().map(name -> name.replace("internal.", "")).collect(toSet())).toList(), shown);
  }

  @TestFactory
  Stream<DynamicTest> nothingDependsOnAFloorAbove() {
    return Stream.of(CONNECTOR, SIMULATOR, TEST_KIT, FUNCTIONAL_TESTS).flatMap(Floors::directions);
  }

  @Test
  void packagesHaveNoCycles() {
    CONNECTOR.checkCycles();
    SIMULATOR.checkCycles();
    TEST_KIT.checkCycles();
    FUNCTIONAL_TESTS.checkCycles();
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/simulator/java", "src/testkit/java", "src/test/java"})
  void roomsHaveThreeToTwentyFilesAndABeginning(String root) {
    assertEquals(List.of(), SourceRules.ofRooms(root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/simulator/java", "src/testkit/java", "src/test/java"})
  void filesAreShort(String root) {
    assertEquals(List.of(), SourceRules.ofFiles(root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"src", "benchmarks"})
  void linesAreShortAndDone(String root) {
    assertEquals(List.of(), SourceRules.ofLines(root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"src", "benchmarks"})
  void importsAreUsedAndInOrder(String root) {
    assertEquals(List.of(), SourceRules.ofImports(root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java/org/muletwilio/internal", "src/main/java/org/muletwilio/api",
      "src/simulator/java/org/muletwilio/simulator", "src/testkit/java/org/muletwilio/testkit"})
  void testsAreBesideWhatTheyTest(String part) {
    assertEquals(List.of(), SourceRules.ofTests(part));
  }

  /** All that runs and all that is remembered belongs to a config and ends with its application. */
  @Test
  void nothingIsGlobal() {
    fields().that().areStatic().should().beFinal().check(CONNECTOR.classes());
    noClasses().should().dependOnClassesThat().areAssignableTo(Timer.class)
        .orShould().dependOnClassesThat().areAssignableTo(Executors.class)
        .orShould().callConstructorWhere(target(owner(assignableTo(Thread.class))))
        .orShould().callMethod(Runtime.class, "addShutdownHook", Thread.class).check(CONNECTOR.classes());
  }

  /** Text from outside gets into the log escaped and bounded: nobody can go round it. */
  @Test
  void allThatIsLoggedIsEscaped() {
    noClasses().that().doNotHaveFullyQualifiedName(SafeLogger.class.getName())
        .should().dependOnClassesThat(resideInAnyPackage("org.slf4j..", "org.apache.logging..", "java.util.logging..",
            "org.apache.commons.logging..")).check(CONNECTOR.classes());
  }

  /**
   * In Turkish an I becomes an i without a dot, in other languages digits are others: what a machine reads must not depend on it.
   */
  @Test
  void nothingDependsOnTheDefaultLocale() {
    noClasses().should().callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase")
        .orShould().callMethod(String.class, "format", String.class, Object[].class)
        .orShould().callMethod(Locale.class, "getDefault")
        .orShould().callMethod(DateTimeFormatter.class, "ofPattern", String.class).check(CONNECTOR.classes());
  }
}
