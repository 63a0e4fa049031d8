package org.muletwilio.testkit.os;

import org.muletwilio.testkit.tool.FreePort;
import org.muletwilio.testkit.tool.Tool;
import org.muletwilio.testkit.tool.ToolProcess;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A Redis of a test's own, on a free port of this machine. */
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

  /** @return whether it is installed */
  public static boolean isInstalled() {
    return Tool.find(PROGRAM).isPresent();
  }

  /** @param folder gets what it keeps and says */
  public static RedisServer start(Path folder) throws InterruptedException {
    int port = FreePort.find();
    ToolProcess process = ToolProcess.start(folder, List.of(Tool.find(PROGRAM).orElseThrow().toString(),
        "--bind", "127.0.0.1", "--port", Integer.toString(port), "--save", "", "--appendonly", "yes", "--dir", folder.toString()));
    try {
      process.awaitOutput(READY, LONGEST_START);
    } catch (IllegalStateException | InterruptedException e) {
      process.close();
      throw e;
    }
    return new RedisServer(process, port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.close();
  }
}
