package org.muletwilio.testkit.munit;

import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.munit.suite.TestDefinition;
import org.muletwilio.testkit.project.UsageException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Which tests of a project are run, and with which properties.
 *
 * @param suites those whose files' names match
 * @param tests those whose names match
 * @param tags those that have one of these; all if empty
 * @param properties the application's, before all others
 * @param reports the folder that gets the results as XML
 */
public record MunitOptions(Optional<Pattern> suites, Optional<Pattern> tests, Set<String> tags, Map<String, String> properties,
                           Optional<Path> reports) {

  /**
   * @param chosen as MUnit's own {@code munit.test}: a regular expression for the names of suites, and behind # one for tests
   * @param tags as MUnit's own {@code munit.tags}: with commas between them
   * @throws UsageException if one isn't a regular expression
   */
  public static MunitOptions of(Optional<String> chosen, Optional<String> tags, Map<String, String> properties) {
    Optional<String[]> parts = chosen.map(each -> each.split("#", 2));
    return new MunitOptions(parts.map(each -> each[0]).filter(each -> !each.isEmpty()).map(MunitOptions::pattern),
                            parts.filter(each -> each.length == 2).map(each -> pattern(each[1])),
                            tags.stream().flatMap(each -> Arrays.stream(each.split(","))).map(String::strip)
                                .collect(Collectors.toSet()), properties, Optional.empty());
  }

  public MunitOptions reportsIn(Path folder) {
    return new MunitOptions(suites, tests, tags, properties, Optional.of(folder));
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new UsageException("'" + text + "' isn't a regular expression: " + e.getDescription());
    }
  }

  boolean take(MunitSuite suite) {
    return suites.filter(pattern -> !pattern.matcher(suite.name()).matches()).isEmpty();
  }

  boolean take(TestDefinition test) {
    return tests.filter(pattern -> !pattern.matcher(test.name()).matches()).isEmpty()
        && (tags.isEmpty() || test.tags().stream().anyMatch(tags::contains));
  }
}
