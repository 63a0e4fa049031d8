package org.muletwilio;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.DynamicTest;

/** The packages of one source root, from the ground up: a class depends on its own floor and on those below. */
final class Floors {

  private final String base;
  private final List<Set<String>> floors;
  private final JavaClasses classes;

  /**
   * @param root the source root, such as {@code src/main/java}: its classes count, and no others
   * @param base the package that all are in
   * @param floors the packages below it, from the ground up; those of one floor stand side by side
   */
  Floors(String root, String base, List<Set<String>> floors) {
    this.base = base;
    this.floors = floors;
    classes = new ClassFileImporter().withImportOption(location -> isIn(root, location)).importPackages(base);
  }

  private static boolean isIn(String root, Location location) {
    String name = location.asURI().toString().replaceFirst(".*/(test-)?classes/", "").replaceFirst("(\\$.*)?\\.class$", ".java");
    return Files.exists(Path.of(root, name));
  }

  JavaClasses classes() {
    return classes;
  }

  /** Fails where a package is on no floor, or a floor has a package that is not there. */
  void checkPackages() {
    Set<String> there = new TreeSet<>();
    classes.forEach(one -> there.add(one.getPackageName()));
    there.removeIf(name -> !name.startsWith(base));
    assertEquals(new TreeSet<>(List.of(names(floors))), there);
  }

  /** A test for each floor but the highest, which fails where a class depends on a floor above. */
  Stream<DynamicTest> directions() {
    return IntStream.range(0, floors.size() - 1).mapToObj(floor -> DynamicTest.dynamicTest(floors.get(floor).toString(), () ->
        noClasses().that(resideInAnyPackage(names(floors.subList(floor, floor + 1)))).should()
            .dependOnClassesThat(resideInAnyPackage(names(floors.subList(floor + 1, floors.size())))).check(classes)));
  }

  void checkCycles() {
    slices().matching(base + ".(**)").should().beFreeOfCycles().check(classes);
  }

  private String[] names(List<Set<String>> some) {
    return some.stream().flatMap(Set::stream).map(this::full).toArray(String[]::new);
  }

  private String full(String name) {
    return name.isEmpty() ? base : base + "." + name;
  }
}
