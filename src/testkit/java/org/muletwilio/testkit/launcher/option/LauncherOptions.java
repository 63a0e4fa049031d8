package org.muletwilio.testkit.launcher.option;

import org.muletwilio.testkit.munit.MunitOptions;
import org.muletwilio.testkit.project.UsageException;
import org.muletwilio.testkit.tunnel.RunningTunnel;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the command line asks for. Immutable. */
public final class LauncherOptions {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** What stands for Twilio. */
  public enum Mode {
    SIMULATOR, LIVE, NEITHER
  }

  private final Path application;
  private final Map<String, String> properties;
  private final Map<LauncherOption, List<String>> values;

  /**
   * @throws UsageException if a value is wrong, or two options exclude each other
   */
  LauncherOptions(Path application, Map<String, String> properties, Map<LauncherOption, List<String>> values) {
    this.application = application;
    this.properties = Map.copyOf(properties);
    this.values = Map.copyOf(values);
    check();
  }

  /**
   * @throws UsageException if the command line is wrong
   */
  public static LauncherOptions parse(List<String> arguments) {
    return OptionParser.parse(arguments);
  }

  /** @return these options, and those of an example where none of the same name was given */
  public LauncherOptions orElse(Map<LauncherOption, List<String>> example) {
    Map<LauncherOption, List<String>> all = new EnumMap<>(LauncherOption.class);
    all.putAll(example);
    all.putAll(values);
    return new LauncherOptions(application, properties, all);
  }

  private void check() {
    timeout();
    quiet();
    expectations();
    simulatorPort();
    if (given(LauncherOption.LIVE) && given(LauncherOption.NO_SIMULATOR)) {
      throw new UsageException("--live and --no-simulator exclude each other");
    }
    if (mode() != Mode.SIMULATOR && given(LauncherOption.SIMULATOR_PORT)) {
      throw new UsageException("--simulator-port goes with the simulator alone");
    }
    if (munit().isPresent() && mode() != Mode.SIMULATOR) {
      throw new UsageException("--munit goes with the simulator alone");
    }
    boolean tunnelled = tunnel().isPresent();
    if (mode() != Mode.SIMULATOR && tunnelled) {
      throw new UsageException("--tunnel goes with the simulator alone: its tunnels end on this machine");
    }
  }

  /** @return an example's folder, a Mule XML file, or a folder of them */
  public Path application() {
    return application;
  }

  /** @return the application's properties, before all others */
  public Map<String, String> properties() {
    return properties;
  }

  public Mode mode() {
    return given(LauncherOption.LIVE) ? Mode.LIVE : given(LauncherOption.NO_SIMULATOR) ? Mode.NEITHER : Mode.SIMULATOR;
  }

  /** @return the simulator's port; 0 for a free one */
  public int simulatorPort() {
    return last(LauncherOption.SIMULATOR_PORT).map(value -> Values.number(LauncherOption.SIMULATOR_PORT, value, 0, 65_535))
        .orElse(0);
  }

  public Optional<String> flow() {
    return last(LauncherOption.FLOW);
  }

  public Optional<String> payload() {
    return last(LauncherOption.PAYLOAD);
  }

  public List<Expectation> expectations() {
    return all(LauncherOption.EXPECT).stream().map(Expectation::parse).toList();
  }

  public boolean serve() {
    return given(LauncherOption.SERVE);
  }

  /** @return which MUnit tests to run, if they are what is run */
  public Optional<MunitOptions> munit() {
    return given(LauncherOption.MUNIT) || given(LauncherOption.MUNIT_TEST) || given(LauncherOption.MUNIT_TAGS)
        ? Optional.of(MunitOptions.of(last(LauncherOption.MUNIT_TEST), last(LauncherOption.MUNIT_TAGS), properties))
        : Optional.empty();
  }

  /** @return where results of MUnit tests are written */
  public Optional<Path> reports() {
    return last(LauncherOption.REPORTS).map(Paths::get);
  }

  public boolean verbose() {
    return given(LauncherOption.VERBOSE);
  }

  /** @return how long callbacks are waited for */
  public Duration timeout() {
    return last(LauncherOption.TIMEOUT).map(value -> Values.duration(LauncherOption.TIMEOUT, value)).orElse(TIMEOUT);
  }

  /** @return how long nothing must happen before no more is waited for */
  public Duration quiet() {
    return last(LauncherOption.QUIET).map(value -> Values.duration(LauncherOption.QUIET, value))
        .orElse(mode() == Mode.SIMULATOR ? QUIET : timeout());
  }

  /** @return the real tunnel that callbacks come through */
  public Optional<RunningTunnel.Kind> tunnel() {
    return last(LauncherOption.TUNNEL).map(name -> Stream.of(RunningTunnel.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
        .orElseThrow(() -> new UsageException("--tunnel is '" + name + "': it is localtunnel or ssh")));
  }

  /** @return the address of the Redis that keeps persistent object stores */
  public Optional<String> redis() {
    return last(LauncherOption.REDIS);
  }

  /** @return the replies of the person who receives a message, one by one */
  public List<String> messages() {
    return all(LauncherOption.MESSAGES).stream().flatMap(texts -> Stream.of(texts.split("\\|"))).toList();
  }

  boolean given(LauncherOption option) {
    return values.containsKey(option);
  }

  /** @return the values of an option, in their order */
  public List<String> all(LauncherOption option) {
    return values.getOrDefault(option, List.of());
  }

  private Optional<String> last(LauncherOption option) {
    List<String> all = all(option);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
