package org.muletwilio.functional.documentation;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Links within the documentation lead to something, and every page of it is led to. */
class DocumentationLinksTest {

  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^(?:> )?#{1,6} +(.+?)\\s*$");
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

  @Test
  void everyRelativeLinkAndAnchorLeadsToSomething() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : pages()) {
      links(page).filter(link -> !link.contains("://") && !link.startsWith("mailto:")).filter(link -> !leads(page, link))
          .forEach(link -> dead.add(page + " " + link));
    }
    assertEquals(List.of(), dead);
  }

  @Test
  void theReadmeLeadsToEveryPage() throws IOException {
    Set<Path> linked = links(Path.of("README.md")).filter(link -> !link.contains("://"))
        .map(link -> Path.of(link.replaceFirst("#.*", ""))).collect(toSet());
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      assertEquals(List.of(), docs.filter(page -> page.toString().endsWith(".md") && !linked.contains(page)).sorted().toList());
    }
  }

  @Test
  void anchorsAreThoseOfGitHub() {
    assertEquals("2-the-callback-flow-alone", anchor("2. The callback flow alone"));
    assertEquals("callback-flows-read-callback", anchor("Callback flows: `read-callback`"));
    assertTrue(!leads(Path.of("README.md"), "docs/callbacks.md#nowhere"));
  }

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs")); Stream<Path> examples = Files.list(Path.of("examples"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      examples.map(example -> example.resolve("README.md")).filter(Files::exists).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static Stream<String> links(Path page) {
    return LINK.matcher(CODE_BLOCK.matcher(read(page)).replaceAll("")).results().map(found -> found.group(1));
  }

  private static boolean leads(Path page, String link) {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
  }

  private static Set<String> anchors(Path page) {
    return HEADING.matcher(CODE_BLOCK.matcher(read(page)).replaceAll("")).results().map(found -> anchor(found.group(1)))
        .collect(toSet());
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
