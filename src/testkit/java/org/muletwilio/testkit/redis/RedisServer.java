package org.muletwilio.testkit.redis;

import org.muletwilio.testkit.tool.FreePort;
import org.muletwilio.testkit.tool.Tool;
import org.muletwilio.testkit.tool.ToolProcess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Redis server of a test, on a free port. */
public final class RedisServer implements AutoCloseable {

  private static final String PROGRAM = "redis-server";
  private static final Pattern READY = Pattern.compile("Ready to accept connections");
  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private final ToolProcess process;
  private final int port;

  private RedisServer(ToolProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** @return why it can't be run, or empty where it can */
  public static Optional<String> reasonAgainst() {
    return Tool.find(PROGRAM).isPresent() ? Optional.empty()
        : Optional.of(PROGRAM + " is not installed; .ci/install-tools does it");
  }

  /** @param folder for its data and its output */
  public static RedisServer start(Path folder) throws InterruptedException {
    int port = FreePort.find();
    ToolProcess process = ToolProcess.start(folder, List.of(program(),
        "--bind", "127.0.0.1", "--port", Integer.toString(port),
        "--save", "", "--appendonly", "yes", "--dir", folder.toString()));
    try {
      process.awaitOutput(READY, LONGEST_START);
    } catch (IllegalStateException | InterruptedException e) {
      process.close();
      throw e;
    }
    return new RedisServer(process, port);
  }

  private static String program() {
    return Tool.find(PROGRAM).orElseThrow(() -> new IllegalStateException(reasonAgainst().orElseThrow())).toString();
  }

  /** @return such as {@code redis://127.0.0.1:21001} */
  public String address() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.close();
  }
}
