package org.muletwilio.testkit.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The page lists each element of the modules, with all that it can have. */
class EmbeddedModulesDocumentationTest {

  private static final Pattern ROW = Pattern.compile("\\| `<((?:os|http):[\\w-]+)>` \\|([^|]*)\\|");
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  @Test
  void thePageListsWhatTheModulesKnow() throws Exception {
    Map<String, Set<String>> listed = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("docs/embedded-modules.md")));
    while (row.find()) {
      Set<String> words = listed.computeIfAbsent(row.group(1), name -> new TreeSet<>());
      WORD.matcher(row.group(2)).results().map(word -> word.group(1)).forEach(words::add);
    }
    assertEquals(ModuleWords.lines(ModuleWords.of(StandIns.extensions())), ModuleWords.lines(listed));
  }
}
