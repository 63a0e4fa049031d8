package org.muletwilio;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.internal.callback.codec.SafeLogger;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of the connector: a class depends on its own floor and on those below, and packages have no cycles. */
class ArchitectureTest {

  /** From the ground up. The packages of one floor stand side by side. */
  private static final List<Set<String>> FLOORS = List.of(
      Set.of("api.callback", "api.parameter", "api.resource"),
      Set.of("internal.callback.codec", "internal.callback.lifecycle", "internal.callback.schedule", "internal.error"),
      Set.of("internal.callback.store", "internal.callback.trust"),
      Set.of("internal.callback.route"),
      Set.of("internal.callback.content", "internal.callback.claim", "internal.callback.address", "internal.callback.address.tunnel",
             "internal.callback.listener"),
      Set.of("internal.callback.signature", "internal.callback.idempotency", "internal.callback.pending"),
      Set.of("internal.callback.flow"),
      Set.of("internal.callback.reconciliation"),
      Set.of("internal.callback"),
      Set.of("internal.connection", "internal.connection.http", "internal.connection.oauth"),
      Set.of("internal.operation", "internal.metadata"),
      Set.of("internal.message", "internal.call", "internal.conference", "internal.recording", "internal.phonenumber",
             "internal.application", "internal.twiml", "internal.request", "internal.request.catalogue",
             "internal.source.registration"),
      Set.of("internal.source"),
      Set.of("internal.config"),
      Set.of("internal"));

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .withImportOption(location -> location.contains("/target/classes/"))
      .importPackages("org.muletwilio");

  @Test
  void eachPackageHasAFloor() {
    assertEquals(new TreeSet<>(FLOORS.stream().flatMap(Set::stream).map(ArchitectureTest::full).collect(toSet())),
                 new TreeSet<>(CLASSES.stream().map(JavaClass::getPackageName).collect(toSet())));
  }

  @TestFactory
  Stream<DynamicTest> nothingDependsOnAFloorAbove() {
    return IntStream.range(0, FLOORS.size() - 1).mapToObj(floor -> DynamicTest.dynamicTest(FLOORS.get(floor).toString(), () -> {
      String[] above = FLOORS.subList(floor + 1, FLOORS.size()).stream().flatMap(Set::stream).map(ArchitectureTest::full)
          .toArray(String[]::new);
      noClasses().that(resideInAnyPackage(FLOORS.get(floor).stream().map(ArchitectureTest::full).toArray(String[]::new)))
          .should().dependOnClassesThat(resideInAnyPackage(above)).check(CLASSES);
    }));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.muletwilio.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** Text from outside gets into the log escaped and bounded: nobody can go round it. */
  @Test
  void allThatIsLoggedIsEscaped() {
    noClasses().that().doNotHaveFullyQualifiedName(SafeLogger.class.getName())
        .should().dependOnClassesThat(resideInAnyPackage("org.slf4j..", "org.apache.logging..", "java.util.logging..",
            "org.apache.commons.logging..")).check(CLASSES);
  }

  /** In Turkish an I becomes an i without a dot, in other languages digits are others: what a machine reads must not depend on it. */
  @Test
  void nothingDependsOnTheDefaultLocale() {
    noClasses().should().callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase")
        .orShould().callMethod(String.class, "format", String.class, Object[].class)
        .orShould().callMethod(Locale.class, "getDefault")
        .orShould().callMethod(DateTimeFormatter.class, "ofPattern", String.class).check(CLASSES);
  }

  private static String full(String name) {
    return "org.muletwilio." + name;
  }
}
