package org.muletwilio.documentation;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.testkit.launcher.option.LauncherOption;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Options and properties that the documentation shows are those of the launcher, the simulator and the example. */
class DocumentedOptionsTest {

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern OTHER_TOOLS = Pattern.compile("curl |--data-urlencode|\\blt |npx |cloudflared|`--metrics`|benchm");
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.]+)}");
  private static final Path SIMULATOR = Path.of("src/simulator/java/org/muletwilio/simulator/SimulatorHelp.java");

  @Test
  void everyOptionExists() throws Exception {
    Set<String> known = options(Files.readString(SIMULATOR));
    known.add("--help");
    Stream.of(LauncherOption.values()).map(LauncherOption::option).forEach(known::add);
    Set<String> unknown = new TreeSet<>();
    for (Page page : Page.all()) {
      Files.readAllLines(Path.of(page.getName())).stream().filter(line -> !OTHER_TOOLS.matcher(line).find())
          .flatMap(line -> options(line).stream()).filter(option -> !known.contains(option))
          .forEach(option -> unknown.add(page.getName() + " " + option));
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyKeyOfADemoIsListed() {
    Set<String> listed = new TreeSet<>();
    Page.of("docs/testing-your-app.md").table("## The demo of your own application")
        .forEach(row -> Page.codeIn(row.get(0)).forEach(key -> listed.add("--" + key.replaceFirst("\\..*", ""))));
    assertEquals(Stream.of(LauncherOption.values()).filter(option -> option.group.isOfExamples()).map(LauncherOption::option)
        .collect(toCollection(TreeSet::new)), listed);
  }

  @Test
  void theQuickStartSetsThePropertiesOfItsApplication() throws Exception {
    String page = Files.readString(Path.of("docs/quick-start.md"));
    List<String> blocks = Pattern.compile("(?s)```\\w*\n(.*?)```").matcher(page).results().map(block -> block.group(1)).toList();
    Properties set = new Properties();
    set.load(new StringReader(blocks.stream().filter(block -> block.startsWith("twilio.accountSid=")).findFirst().orElseThrow()));
    String application = blocks.stream().filter(block -> block.startsWith("<?xml")).findFirst().orElseThrow();
    assertEquals(PROPERTY.matcher(application).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new)),
        new TreeSet<>(set.stringPropertyNames()));
  }

  private static Set<String> options(String text) {
    return OPTION.matcher(text).results().map(found -> found.group()).collect(toCollection(TreeSet::new));
  }
}
