package org.muletwilio.testkit.tunnel;

import org.muletwilio.testkit.tool.Tool;
import org.muletwilio.testkit.tool.ToolProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** LocalTunnel: its npm client, and a tunnel server on loopback. */
final class LocalTunnel implements RunningTunnel {

  private static final Path TOOLS = Path.of("target/tools/localtunnel");
  private static final Path SERVER = Path.of("src/testkit/tools/localtunnel/server.js");
  private static final Path CLIENT = Path.of("node_modules/localtunnel/bin/lt.js");
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ToolProcess server;
  private final ToolProcess client;
  private final String publicUrl;
  private final String entry;

  private LocalTunnel(ToolProcess server, ToolProcess client, String publicUrl, String entry) {
    this.server = server;
    this.client = client;
    this.publicUrl = publicUrl;
    this.entry = entry;
  }

  static Optional<String> reasonAgainst() {
    return Tool.find("node").isPresent() && Files.exists(TOOLS.resolve(CLIENT)) ? Optional.empty()
        : Optional.of("LocalTunnel isn't installed; .ci/install-tools does it where there is npm");
  }

  static LocalTunnel start(Path folder, int localPort) throws InterruptedException {
    String node = Tool.find("node").orElseThrow().toString();
    ToolProcess server = ToolProcess.start(folder, List.of(node, serverBesideItsModules().toString(), "loca.example.com"));
    try {
      String entry = "http://127.0.0.1:" + server.awaitOutput(Pattern.compile("listening on port (\\d+)"), SOON).group(1);
      ToolProcess client = ToolProcess.start(folder, List.of(node, TOOLS.resolve(CLIENT).toAbsolutePath().toString(), "--port",
          String.valueOf(localPort), "--host", entry, "--subdomain", "gentle-fox"));
      try {
        return new LocalTunnel(server, client, client.awaitOutput(Pattern.compile("your url is: (\\S+)"), SOON).group(1), entry);
      } catch (InterruptedException | RuntimeException e) {
        client.close();
        throw e;
      }
    } catch (InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Node looks for modules beside a script. */
  private static Path serverBesideItsModules() {
    Path script = TOOLS.resolve("server.js").toAbsolutePath();
    try {
      return Files.write(script, Files.readAllBytes(SERVER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String publicUrl() {
    return publicUrl;
  }

  @Override
  public String entry() {
    return entry;
  }

  @Override
  public String output() {
    return server.output() + client.output();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
