package org.muletwilio.testkit.launcher;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.project.UsageException;
import org.muletwilio.testkit.tunnel.RunningTunnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.io.FileUtils;

/**
 * A real tunnel between the simulator and the application's http.port.
 */
final class TunnelledCallbacks implements AutoCloseable {

  private final RunningTunnel tunnel;
  private final RunningTunnel.Kind kind;
  private final String localPort;
  private final Path folder;

  private TunnelledCallbacks(RunningTunnel tunnel, RunningTunnel.Kind kind, String localPort, Path folder) {
    this.tunnel = tunnel;
    this.kind = kind;
    this.localPort = localPort;
    this.folder = folder;
  }

  /**
   * @param properties the application's
   * @throws UsageException if the tunnel's tools aren't installed
   */
  static TunnelledCallbacks start(RunningTunnel.Kind kind, Map<String, String> properties) throws InterruptedException {
    kind.reasonAgainst().ifPresent(reason -> {
      throw new UsageException(reason);
    });
    try {
      Path folder = Files.createTempDirectory("tunnel");
      String localPort = properties.get("http.port");
      return new TunnelledCallbacks(kind.start(folder, Integer.parseInt(localPort)), kind, localPort, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @return the application's properties that the tunnel decides */
  Map<String, String> properties() {
    URI address = URI.create(tunnel.publicUrl());
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("twilio.domain", address.getScheme() + "://" + address.getHost());
    properties.put("twilio.remotePort", String.valueOf(address.getPort() > 0 ? address.getPort()
        : address.getScheme().equals("https") ? 443 : 80));
    return properties;
  }

  void route(TwilioSimulator simulator) {
    simulator.route(tunnel.publicUrl(), tunnel.entry());
  }

  String description() {
    return "Callbacks to " + tunnel.publicUrl() + " lead through a real tunnel (" + kind.name().toLowerCase(Locale.ROOT)
        + ", its "
        + "server on " + tunnel.entry() + ") to port " + localPort;
  }

  @Override
  public void close() {
    tunnel.close();
    FileUtils.deleteQuietly(folder.toFile());
  }
}
