package org.muletwilio.testkit.tunnel;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.tool.FreePort;
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

/** A reverse SSH tunnel: ssh -R to a private sshd on loopback, with keys of its own that are deleted with it. */
final class SshTunnel implements RunningTunnel {

  private static final Duration SOON = Duration.ofSeconds(20);
  /** The folder that sshd needs when it runs as root. */
  private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");
  private static final String PUBLIC_HOST = "ssh.example.com";

  private final ToolProcess daemon;
  private final ToolProcess client;
  private final int remotePort;

  private SshTunnel(ToolProcess daemon, ToolProcess client, int remotePort) {
    this.daemon = daemon;
    this.client = client;
    this.remotePort = remotePort;
  }

  static Optional<String> reasonAgainst() {
    for (String program : List.of("sshd", "ssh", "ssh-keygen")) {
      if (Tool.find(program).isEmpty()) {
        return Optional.of(program + " isn't installed; .ci/install-tools does it where there is apt-get");
      }
    }
    return !isRoot() || Files.isDirectory(PRIVILEGE_SEPARATION) || PRIVILEGE_SEPARATION.getParent().toFile().canWrite()
        ? Optional.empty() : Optional.of(PRIVILEGE_SEPARATION + " is missing");
  }

  static SshTunnel start(Path folder, int localPort) throws InterruptedException {
    Path hostKey = key(folder, "host_key");
    Path userKey = key(folder, "user_key");
    try {
      if (isRoot()) {
        Files.createDirectories(PRIVILEGE_SEPARATION);
      }
      Files.copy(folder.resolve("user_key.pub"), folder.resolve("authorized_keys"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FreePort.start(port -> startOn(port, folder, hostKey, userKey, localPort));
  }

  private static SshTunnel startOn(int port, Path folder, Path hostKey, Path userKey, int localPort) throws InterruptedException {
    try {
      Files.writeString(folder.resolve("sshd_config"), """
          Port %d
          ListenAddress 127.0.0.1
          HostKey %s
          AuthorizedKeysFile %s
          PidFile none
          StrictModes no
          UsePAM no
          PasswordAuthentication no
          KbdInteractiveAuthentication no
          PermitRootLogin prohibit-password
          AllowTcpForwarding remote
          GatewayPorts no
          """.formatted(port, hostKey, folder.resolve("authorized_keys")));
      Files.writeString(folder.resolve("known_hosts"),
                        "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host_key.pub")), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ToolProcess daemon = ToolProcess.start(folder, List.of(program("sshd"), "-D", "-e", "-f",
        folder.resolve("sshd_config").toString()));
    try {
      daemon.awaitOutput(Pattern.compile("Server listening"), SOON);
      return connect(folder, daemon, port, userKey, localPort);
    } catch (InterruptedException | RuntimeException e) {
      daemon.close();
      throw e;
    }
  }

  private static SshTunnel connect(Path folder, ToolProcess daemon, int port, Path userKey, int localPort)
      throws InterruptedException {
    ToolProcess client = ToolProcess.start(folder, List.of(program("ssh"), "-F", "none", "-N", "-p", String.valueOf(port), "-i",
        userKey.toString(), "-o", "IdentitiesOnly=yes", "-o", "UserKnownHostsFile=" + folder.resolve("known_hosts"), "-o",
        "BatchMode=yes", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:" + localPort,
        System.getProperty("user.name") + "@127.0.0.1"));
    try {
      return new SshTunnel(daemon, client, Integer.parseInt(client.awaitOutput(Pattern.compile("Allocated port (\\d+)"), SOON)
          .group(1)));
    } catch (InterruptedException | RuntimeException e) {
      client.close();
      throw new IllegalStateException("ssh opens no tunnel. The output of sshd: " + daemon.output(), e);
    }
  }

  private static Path key(Path folder, String name) throws InterruptedException {
    Path key = folder.resolve(name);
    try (ToolProcess made = ToolProcess.start(folder, List.of(program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f",
        key.toString()))) {
      made.awaitEnd(SOON);
    }
    return key;
  }

  /** sshd starts itself again for each connection, and so must be started by its absolute path. */
  private static String program(String name) {
    return Tool.find(name).orElseThrow().toString();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  @Override
  public String publicUrl() {
    return "http://" + PUBLIC_HOST + ":" + remotePort;
  }

  @Override
  public String entry() {
    return "http://127.0.0.1:" + remotePort;
  }

  @Override
  public String output() {
    return daemon.output() + client.output();
  }

  @Override
  public void close() {
    client.close();
    daemon.close();
  }
}
