package org.muletwilio;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules of the house that the text of the sources shows. Each returns what breaks it. */
final class SourceRules {

  private static final int FEWEST_FILES = 3;
  private static final int MOST_FILES = 20;
  private static final int MOST_LINES = 220;
  private static final int MOST_COLUMNS = 130;
  private static final Path TESTS = Path.of("src/test/java");
  private static final List<Path> TESTED =
      List.of(Path.of("src/main/java"), Path.of("src/simulator/java"), Path.of("src/testkit/java"));

  /** A list of enumerations, the extension itself, which stands above all rooms, and a package of MUnit's. */
  private static final Set<Path> OTHER_ROOMS = Set.of(Path.of("src/main/java/org/muletwilio/api/parameter"),
      Path.of("src/main/java/org/muletwilio/internal"), Path.of("src/testkit/java/org/mule/munit/assertion/api"));

  private SourceRules() {}

  /**
   * A room with many files holds more than one idea, and one with few is a part of another. Each says where to begin. Tests that
   * are in the package of what they test may be few, and their room is described where that is.
   */
  static List<String> ofRooms(String root) {
    return rooms(root).entrySet().stream().flatMap(room -> Stream.concat(size(room.getKey(), room.getValue()),
        beginning(room.getKey(), room.getValue()))).toList();
  }

  private static boolean isBesideWhatItTests(Path room) {
    return room.startsWith(TESTS) && TESTED.stream().map(root -> root.resolve(TESTS.relativize(room)))
        .anyMatch(tested -> Files.exists(tested.resolve("package-info.java")) || OTHER_ROOMS.contains(tested));
  }

  private static Map<Path, List<SourceFile>> rooms(String root) {
    return SourceFile.below(root).stream().collect(groupingBy(SourceFile::room, TreeMap::new, toList()));
  }

  private static Stream<String> size(Path room, List<SourceFile> files) {
    long count = files.stream().filter(file -> !file.isPackageInfo()).count();
    int fewest = isBesideWhatItTests(room) ? 1 : FEWEST_FILES;
    return OTHER_ROOMS.contains(room) || count >= fewest && count <= MOST_FILES ? Stream.empty()
        : Stream.of(room + " has " + count + " files");
  }

  private static Stream<String> beginning(Path room, List<SourceFile> files) {
    return isBesideWhatItTests(room)
        || files.stream().anyMatch(file -> file.isPackageInfo() && file.text().contains("{@link")) ? Stream.empty()
        : Stream.of(room + " has no package-info.java that says where to begin");
  }

  static List<String> ofFiles(String root) {
    return SourceFile.below(root).stream().filter(file -> file.lines().size() > MOST_LINES)
        .map(file -> file.path() + " has " + file.lines().size() + " lines").toList();
  }

  /** Lines fit on a screen, end without a blank, and leave nothing to do. */
  static List<String> ofLines(String root) {
    return SourceFile.below(root).stream().flatMap(file -> file.linesThat(line -> line.codePoints().count() > MOST_COLUMNS
        || line.endsWith(" ") || line.contains("\t") || line.contains("TO" + "DO") || line.contains("FIX" + "ME"))).toList();
  }

  /** Imports are in order, and used: one that nothing uses can still close a cycle of packages. */
  static List<String> ofImports(String root) {
    return SourceFile.below(root).stream().flatMap(file -> Stream.concat(file.misplacedImports(), file.unusedImports())).toList();
  }

  /** Whoever changes a class finds its test in the same package; whole applications are tested apart. */
  static List<String> ofTests(String part) {
    Path sources = Path.of(part);
    Path tests = Path.of("src/test").resolve(sources.subpath(2, sources.getNameCount()));
    Map<String, Set<Path>> rooms = SourceFile.below(part).stream()
        .collect(groupingBy(SourceFile::name, mapping(file -> sources.relativize(file.room()), toSet())));
    return SourceFile.below(tests.toString()).stream().filter(test -> !test.isPackageInfo()).filter(test -> {
      Set<Path> tested = rooms.get(test.name().replaceFirst("(?:Fuzz)?Test$", ""));
      return tested != null && !tested.contains(tests.relativize(test.room()));
    }).map(test -> test.path() + " is not beside what it tests").toList();
  }
}
