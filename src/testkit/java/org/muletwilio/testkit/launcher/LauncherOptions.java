package org.muletwilio.testkit.launcher;

import org.muletwilio.testkit.tunnel.RunningTunnel;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param application an example's folder, a Mule XML file, or a folder of them
 * @param properties the application's properties, before all others
 * @param mode who plays Twilio
 * @param simulatorPort the simulator's port; 0 for a free one
 * @param flow the flow to run
 * @param payload that flow's payload
 * @param expectations the callbacks to wait for
 * @param serve whether to stay up
 * @param timeout how long callbacks are waited for
 * @param tunnel the real tunnel that callbacks come through
 */
public record LauncherOptions(Path application, Map<String, String> properties, Mode mode, int simulatorPort,
                              Optional<String> flow, Optional<String> payload, List<Expectation> expectations, boolean serve,
                              Duration timeout, Optional<RunningTunnel.Kind> tunnel) {

  /** Who plays Twilio. */
  public enum Mode {
    SIMULATOR, LIVE, NEITHER
  }

  /**
   * @throws UsageException if that isn't a command line
   */
  public static LauncherOptions parse(List<String> arguments) {
    return new Parser(arguments).parse();
  }

  /** Goes through the arguments once. */
  private static final class Parser {

    private final Iterator<String> arguments;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private Path application;
    private Mode mode = Mode.SIMULATOR;
    private Optional<Integer> simulatorPort = Optional.empty();
    private Optional<String> flow = Optional.empty();
    private Optional<String> payload = Optional.empty();
    private boolean serve;
    private Duration timeout = Duration.ofSeconds(30);
    private Optional<RunningTunnel.Kind> tunnel = Optional.empty();

    Parser(List<String> arguments) {
      this.arguments = arguments.iterator();
    }

    LauncherOptions parse() {
      while (arguments.hasNext()) {
        take(arguments.next());
      }
      if (application == null) {
        throw new UsageException("Which application? Name an example's folder or a Mule XML file");
      }
      if (simulatorPort.isPresent() && mode != Mode.SIMULATOR) {
        throw new UsageException("--simulator-port goes with the simulator alone");
      }
      if (tunnel.isPresent() && mode != Mode.SIMULATOR) {
        throw new UsageException("--tunnel goes with the simulator alone: its tunnels end on this machine");
      }
      return new LauncherOptions(application, Map.copyOf(properties), mode, simulatorPort.orElse(0), flow, payload,
                                 List.copyOf(expectations), serve, timeout, tunnel);
    }

    private void take(String argument) {
      switch (argument) {
        case "--simulator-port" -> simulatorPort = Optional.of(number(argument, 0, 65_535));
        case "--no-simulator" -> mode(Mode.NEITHER);
        case "--live" -> mode(Mode.LIVE);
        case "--flow" -> flow = Optional.of(value(argument));
        case "--payload" -> payload = Optional.of(value(argument));
        case "--expect" -> expectations.add(Expectation.parse(value(argument)));
        case "--serve" -> serve = true;
        case "--tunnel" -> tunnel = Optional.of(tunnel(value(argument)));
        case "--timeout" -> timeout = Duration.ofSeconds(number(argument, 1, 86_400));
        default -> takeOther(argument);
      }
    }

    private void takeOther(String argument) {
      if (argument.startsWith("-D")) {
        int equals = argument.indexOf('=');
        if (equals <= 2) {
          throw new UsageException(argument + " isn't a property: write -Dname=value");
        }
        properties.put(argument.substring(2, equals), argument.substring(equals + 1));
      } else if (argument.startsWith("--tunnel=")) {
        tunnel = Optional.of(tunnel(argument.substring("--tunnel=".length())));
      } else if (argument.startsWith("-")) {
        throw new UsageException(argument + " isn't an option");
      } else if (application != null) {
        throw new UsageException("One application at a time: " + application + " or " + argument + "?");
      } else {
        application = Paths.get(argument);
      }
    }

    private static RunningTunnel.Kind tunnel(String name) {
      return Stream.of(RunningTunnel.Kind.values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
          .orElseThrow(() -> new UsageException("--tunnel is '" + name + "': it is localtunnel or ssh"));
    }

    private void mode(Mode asked) {
      if (mode != Mode.SIMULATOR && mode != asked) {
        throw new UsageException("--live and --no-simulator exclude each other");
      }
      mode = asked;
    }

    private String value(String option) {
      if (!arguments.hasNext()) {
        throw new UsageException(option + " needs a value");
      }
      return arguments.next();
    }

    private int number(String option, int least, int most) {
      String value = value(option);
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // said below
      }
      throw new UsageException(option + " is '" + value + "': it is a number from " + least + " to " + most);
    }
  }
}
