package org.muletwilio.testkit.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.launcher.LauncherOptions.Mode;
import org.muletwilio.testkit.tunnel.RunningTunnel;

import java.nio.file.Paths;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher's command line. */
class LauncherOptionsTest {

  @Test
  void anApplicationIsEnough() {
    assertEquals(new LauncherOptions(Paths.get("examples/send-sms"), Map.of(), Mode.SIMULATOR, 0, Optional.empty(),
                                     Optional.empty(), List.of(), false, Duration.ofSeconds(30), Optional.empty()),
                 parse("examples/send-sms"));
  }

  @Test
  void everythingCanBeSaid() {
    LauncherOptions options = parse("-Da=1", "-Db=x=y", "-Dempty=", "app.xml", "--simulator-port", "4711", "--flow", "go",
                                    "--payload", "Hello there", "--expect", "status=queued|sent,delivered", "--expect", "any",
                                    "--serve", "--timeout", "5", "--tunnel=ssh");

    assertEquals(new LauncherOptions(Paths.get("app.xml"), Map.of("a", "1", "b", "x=y", "empty", ""), Mode.SIMULATOR, 4711,
                                     Optional.of("go"), Optional.of("Hello there"),
                                     List.of(new Expectation("status", List.of(Set.of("queued", "sent"), Set.of("delivered"))),
                                             new Expectation("any", List.of())),
                                     true, Duration.ofSeconds(5), Optional.of(RunningTunnel.Kind.SSH)),
                 options);
  }

  @ParameterizedTest
  @CsvSource({"--live, LIVE", "--no-simulator, NEITHER"})
  void twilioCanBeElsewhere(String option, Mode mode) {
    assertEquals(mode, parse("app", option).mode());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "--serve                              | Which application?",
      "one two                              | one or two?",
      "app --unknown                        | --unknown isn't an option",
      "app -Dname                           | -Dname isn't a property",
      "app -D=value                         | -D=value isn't a property",
      "app --flow                           | --flow needs a value",
      "app --timeout soon                   | --timeout is 'soon'",
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

  private static LauncherOptions parse(String... arguments) {
    return LauncherOptions.parse(List.of(arguments));
  }
}
