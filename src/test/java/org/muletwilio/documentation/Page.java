package org.muletwilio.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation. Immutable. */
final class Page {

  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```\\s*$");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  private final String name;
  private final String text;

  private Page(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** @param name the path from the project's folder */
  static Page of(String name) {
    try {
      return new Page(name, CODE_BLOCK.matcher(Files.readString(Path.of(name))).replaceAll(""));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** @return all that a person wrote: README, SECURITY, CONTRIBUTING, docs and the examples' */
  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>(List.of(of("README.md"), of("SECURITY.md"), of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs")); Stream<Path> examples = Files.list(Path.of("examples"))) {
      Stream.concat(docs.filter(file -> file.toString().endsWith(".md")),
          examples.map(example -> example.resolve("README.md")).filter(Files::exists)).sorted()
          .forEach(file -> pages.add(of(file.toString())));
    }
    return pages;
  }

  static List<Page> all(String... names) {
    return Stream.of(names).map(Page::of).toList();
  }

  String getName() {
    return name;
  }

  /** @return the text without blocks of code, in one line */
  String prose() {
    return text.replaceAll("\\s+", " ");
  }

  /** @return what stands between back-quotes, in its order */
  List<String> code() {
    return codeIn(text);
  }

  /** @return what stands between back-quotes in a text, in its order */
  static List<String> codeIn(String text) {
    return CODE.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /**
   * @param heading the heading above the first table that is wanted
   * @return the rows of that table without its head, by columns
   */
  List<List<String>> table(String heading) {
    int start = ("\n" + text).indexOf("\n" + heading + "\n");
    if (start < 0) {
      throw new AssertionError(name + " has no heading " + heading);
    }
    return text.substring(start).lines().dropWhile(line -> !line.startsWith("|")).takeWhile(line -> line.startsWith("|")).skip(2)
        .map(line -> List.of(line.substring(1, line.length() - 1).split("\\|", -1)).stream().map(String::trim).toList()).toList();
  }
}
