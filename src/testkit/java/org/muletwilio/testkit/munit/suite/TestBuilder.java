package org.muletwilio.testkit.munit.suite;

import org.muletwilio.testkit.check.Problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.xml.sax.Attributes;

/** A test whose end hasn't been read yet. */
final class TestBuilder {

  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  final String name;
  final int line;
  final ExpectedError expected;
  private final String location;
  private final String ignore;
  private final Set<String> tags;
  private final Duration timeOut;
  private final List<String> flowSources = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean validated;

  TestBuilder(String file, int line, Attributes attributes) {
    this.line = line;
    location = file + ":" + line;
    name = Optional.ofNullable(attributes.getValue("name")).orElse("");
    if (name.isEmpty()) {
      problems.add(new Problem(file, line, "munit:test has no name"));
    }
    ignore = value(attributes, "ignore").orElse("false");
    tags = Arrays.stream(value(attributes, "tags").orElse("").split(",")).map(String::strip).filter(tag -> !tag.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
    timeOut = timeOut(file, value(attributes, "timeOut"));
    expected = new ExpectedError(value(attributes, "expectedErrorType"), value(attributes, "expectedException"),
                                 value(attributes, "expectedErrorDescription"));
  }

  private Duration timeOut(String file, Optional<String> text) {
    try {
      return text.map(each -> Duration.ofMillis(Long.parseLong(each))).orElse(TWO_MINUTES);
    } catch (NumberFormatException e) {
      problems.add(new Problem(file, line, "timeOut is '" + text.get() + "': it is a number of milliseconds"));
      return TWO_MINUTES;
    }
  }

  private static Optional<String> value(Attributes attributes, String name) {
    return Optional.ofNullable(attributes.getValue(name)).filter(value -> !value.isEmpty());
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  void enableFlowSource(String flow) {
    flowSources.add(flow);
  }

  void validated() {
    validated = true;
  }

  TestDefinition end() {
    return new TestDefinition(name, location, ignore, tags, timeOut, expected, List.copyOf(flowSources), validated,
                              List.copyOf(problems));
  }
}
