package org.muletwilio.testkit.tunnel;

import java.nio.file.Path;
import java.util.Optional;

/** A real tunnel with both ends on this machine: a public URL leads to its entry, and from there to a local port. */
public interface RunningTunnel extends AutoCloseable {

  /** The tunnels that can be started. */
  enum Kind {

    LOCALTUNNEL(LocalTunnel::reasonAgainst, LocalTunnel::start), SSH(SshTunnel::reasonAgainst, SshTunnel::start);

    private final Check check;
    private final Starter starter;

    Kind(Check check, Starter starter) {
      this.check = check;
      this.starter = starter;
    }

    /** @return why it can't be started here, or empty where it can */
    public Optional<String> reasonAgainst() {
      return check.reasonAgainst();
    }

    /**
     * @param folder for its files
     * @param localPort the port on loopback that it leads to
     */
    public RunningTunnel start(Path folder, int localPort) throws InterruptedException {
      return starter.start(folder, localPort);
    }
  }

  /** Looks for the tools. */
  interface Check {

    Optional<String> reasonAgainst();
  }

  /** Starts one. */
  interface Starter {

    RunningTunnel start(Path folder, int localPort) throws InterruptedException;
  }

  /** @return scheme, host and port that Twilio would call */
  String publicUrl();

  /** @return where the public address would lead by DNS and TLS: the tunnel server, on loopback */
  String entry();

  /** @return what its programs have printed */
  String output();

  @Override
  void close();
}
