package org.muletwilio.testkit.launcher.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.launcher.option.LauncherOptions.Mode;
import org.muletwilio.testkit.project.UsageException;
import org.muletwilio.testkit.tunnel.RunningTunnel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The launcher's command line. */
class LauncherOptionsTest {

  @TempDir
  private Path folder;

  @Test
  void anApplicationIsEnough() {
    LauncherOptions options = parse("examples/send-sms");

    assertEquals(Paths.get("examples/send-sms"), options.application());
    assertEquals(Map.of(), options.properties());
    assertEquals(Mode.SIMULATOR, options.mode());
    assertEquals(0, options.simulatorPort());
    assertEquals(Optional.empty(), options.flow());
    assertEquals(Optional.empty(), options.payload());
    assertEquals(List.of(), options.expectations());
    assertFalse(options.serve());
    assertFalse(options.verbose());
    assertEquals(Duration.ofSeconds(30), options.timeout());
    assertEquals(Duration.ofSeconds(3), options.quiet());
    assertEquals(Optional.empty(), options.tunnel());
    assertEquals(List.of(), options.messages());
  }

  @Test
  void everythingCanBeSaid() {
    LauncherOptions options = parse("-Da=1", "-Db=x=y", "-Dempty=", "app.xml", "--simulator-port", "4711", "--flow", "go",
                                    "--payload", "Hello there", "--expect", "status=queued|sent,delivered", "--expect=any",
                                    "--serve", "--verbose", "--timeout", "5", "--quiet=500ms", "--tunnel=ssh",
                                    "--messages", "What is this?|yes", "--messages", "no");

    assertEquals(Paths.get("app.xml"), options.application());
    assertEquals(Map.of("a", "1", "b", "x=y", "empty", ""), options.properties());
    assertEquals(4711, options.simulatorPort());
    assertEquals(Optional.of("go"), options.flow());
    assertEquals(Optional.of("Hello there"), options.payload());
    assertEquals(List.of(new Expectation("status", List.of(Set.of("queued", "sent"), Set.of("delivered"))),
                         new Expectation("any", List.of())), options.expectations());
    assertTrue(options.serve());
    assertTrue(options.verbose());
    assertEquals(Duration.ofSeconds(5), options.timeout());
    assertEquals(Duration.ofMillis(500), options.quiet());
    assertEquals(Optional.of(RunningTunnel.Kind.SSH), options.tunnel());
    assertEquals(List.of("What is this?", "yes", "no"), options.messages());
  }

  @ParameterizedTest
  @EnumSource(LauncherOption.class)
  void theHelpHasEachOptionAndTheCommandLineTakesIt(LauncherOption option) {
    String marked = (option.group.ofExamples ? "\n* " : "\n  ") + option.option();
    assertTrue(Help.text().contains(marked), option::option);
    assertTrue(Help.text().lines().allMatch(line -> line.length() <= 130), Help.text());
    LauncherOptions options = option.hasArgument() ? parse("app", option.option(), valueOf(option))
        : parse("app", option.option());
    assertTrue(options.given(option));
  }

  @ParameterizedTest
  @EnumSource(LauncherOption.class)
  void anExampleCanSetWhatIsItsOwn(LauncherOption option) throws Exception {
    Files.writeString(folder.resolve("demo.properties"), option.key() + "=" + valueOf(option) + "\n");

    if (option.group.ofExamples) {
      assertTrue(parse("app").orElse(DemoFile.in(folder)).given(option));
    } else {
      String message = assertThrows(UsageException.class, () -> DemoFile.in(folder)).getMessage();
      assertTrue(message.endsWith("demo.properties: " + option.key() + " isn't a key; --help lists them"), message);
    }
  }

  @Test
  void theCommandLineWinsOverTheExample() throws Exception {
    Files.writeString(folder.resolve("demo.properties"), """
        flow=go
        payload=Hello
        expect.a=sent
        expect.b=sent,delivered
        outcome.+15551234567=read
        """);
    Map<LauncherOption, List<String>> example = DemoFile.in(folder);

    assertEquals(List.of("+15551234567=read"), parse("app").orElse(example).all(LauncherOption.OUTCOME));
    assertEquals(List.of("a", "b"), parse("app").orElse(example).expectations().stream().map(Expectation::flow).toList());
    LauncherOptions options = parse("app", "--expect", "c", "--flow", "other").orElse(example);
    assertEquals(List.of("c"), options.expectations().stream().map(Expectation::flow).toList());
    assertEquals(Optional.of("other"), options.flow());
    assertEquals(Optional.of("Hello"), options.payload());
  }

  @ParameterizedTest
  @CsvSource({"--live, LIVE", "--no-simulator, NEITHER"})
  void twilioCanBeElsewhere(String option, Mode mode) {
    assertEquals(mode, parse("app", option).mode());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "--serve                              | No application is named",
      "one two                              | one and two",
      "app --unknown                        | --unknown isn't an option",
      "app -Dname                           | -Dname isn't a property",
      "app -D=value                         | -D=value isn't a property",
      "app --flow                           | --flow needs a value",
      "app --timeout soon                   | --timeout is 'soon': it is a duration such as 500ms, 3s or 2m",
      "app --quiet 0ms                      | --quiet is '0ms'",
      "app --serve=yes                      | --serve takes no value",
      "app --timeout 0                      | --timeout is '0'",
      "app --simulator-port 65536           | --simulator-port is '65536'",
      "app --live --no-simulator            | exclude each other",
      "app --live --simulator-port 1        | goes with the simulator alone",
      "app --live --tunnel ssh              | --tunnel goes with the simulator alone",
      "app --tunnel=carrierpigeon           | it is localtunnel or ssh",
      "app --expect =sent                   | An expectation names a flow",
  })
  void mistakesAreNamed(String arguments, String problem) {
    String message = assertThrows(UsageException.class, () -> parse(arguments.split(" "))).getMessage();

    assertTrue(message.contains(problem), message);
  }

  @Test
  void expectationsKnowWhatIsMissing() {
    Expectation expected = Expectation.parse("status=queued|sent, delivered");

    assertEquals(List.of("queued or sent", "delivered"), expected.missing(List.of()));
    assertEquals(List.of("queued or sent"), expected.missing(List.of("delivered")));
    assertEquals(List.of(), expected.missing(List.of("delivered", "queued", "sent")));
    assertEquals(List.of("read"), Expectation.parse("status=read,read").missing(List.of("read")));
    assertEquals(List.of("a callback"), Expectation.parse("status").missing(List.of()));
    assertEquals(List.of(), Expectation.parse("status").missing(List.of("read")));
  }

  private static String valueOf(LauncherOption option) {
    return switch (option) {
      case TIMEOUT, QUIET -> "1s";
      case SIMULATOR_PORT -> "1";
      case TUNNEL -> "ssh";
      default -> "x";
    };
  }

  private static LauncherOptions parse(String... arguments) {
    return LauncherOptions.parse(List.of(arguments));
  }
}
