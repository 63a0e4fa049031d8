package org.muletwilio;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A Java file of the project, as text. */
record SourceFile(Path path, String text) {

  private static final Pattern IMPORT = Pattern.compile("(?m)^import (static )?([\\w.]+);$");
  private static final Pattern TEXT_OR_COMMENT = Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\""
      + "|'(?:[^'\\\\\\n]|\\\\.)++'|/\\*.*?\\*/|//[^\\n]*+", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("(?:@link|@see|@throws)\\s+[\\w.#]+");

  /** @return those below the folder, but not what a build has written */
  static List<SourceFile> below(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/target/")).sorted()
          .map(SourceFile::read).collect(Collectors.toList());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SourceFile read(Path path) {
    try {
      return new SourceFile(path, Files.readString(path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @return the folder that holds it, which is the package */
  Path room() {
    return path.getParent();
  }

  /** @return the name of its type */
  String name() {
    return path.getFileName().toString().replace(".java", "");
  }

  boolean isPackageInfo() {
    return name().equals("package-info");
  }

  List<String> lines() {
    return text.lines().toList();
  }

  /** @return file and number of each line like that */
  Stream<String> linesThat(Predicate<String> wrong) {
    List<String> lines = lines();
    return IntStream.range(0, lines.size()).filter(i -> wrong.test(lines.get(i))).mapToObj(i -> path + ":" + (i + 1));
  }

  /** @return the imports that stand behind one of a later group */
  Stream<String> misplacedImports() {
    List<MatchResult> imports = IMPORT.matcher(text).results().toList();
    return IntStream.range(1, imports.size()).filter(i -> group(imports.get(i)) < group(imports.get(i - 1)))
        .mapToObj(i -> path + ": " + imports.get(i).group(2) + " is out of order");
  }

  private static int group(MatchResult found) {
    return found.group(1) != null ? 0 : found.group(2).startsWith("org.mule.") ? 1
        : found.group(2).startsWith("org.muletwilio.") ? 2
        : found.group(2).startsWith("java.") ? 3 : 4;
  }

  /** @return the imports that neither the code nor a link of the documentation needs */
  Stream<String> unusedImports() {
    String rest = IMPORT.matcher(text).replaceAll("");
    String links = LINK.matcher(rest).results().map(MatchResult::group).collect(joining(" "));
    String used = TEXT_OR_COMMENT.matcher(rest).replaceAll(" ") + links;
    return IMPORT.matcher(text).results().map(found -> found.group(2))
        .filter(name -> !Pattern.compile("\\b" + name.substring(name.lastIndexOf('.') + 1) + "\\b").matcher(used).find())
        .map(name -> path + ": " + name);
  }
}
