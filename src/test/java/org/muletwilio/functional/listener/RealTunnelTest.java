package org.muletwilio.functional.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tunnel.RunningTunnel;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Callbacks through real tunnels, both ends of which are on this machine. Skipped where the tools aren't installed. */
class RealTunnelTest {

  @TempDir
  private Path folder;

  @ParameterizedTest
  @EnumSource(RunningTunnel.Kind.class)
  void callbacksComeThroughAndAreGenuine(RunningTunnel.Kind kind) throws Exception {
    assumeTrue(kind.reasonAgainst().isEmpty(), () -> kind.reasonAgainst().orElseThrow());
    int port = freePort();
    try (RunningTunnel tunnel = kind.start(folder, port)) {
      URI address = URI.create(tunnel.publicUrl());
      String remotePort = address.getPort() < 0 ? "" : "remotePort='" + address.getPort() + "'";
      try (TwilioSimulator simulator = simulator().route(tunnel.publicUrl(), tunnel.entry());
          EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config localPort='" + port
              + "' domain='" + address.getScheme() + "://" + address.getHost() + "' " + remotePort + "/>")
              + sendFlow() + flow("status")).start()) {
        mule.run("send", "Hello");
        CallbackAttempt delivered = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
        assertEquals(204, delivered.status(), tunnel.output());
        assertTrue(delivered.signedUrl().startsWith(tunnel.publicUrl() + "/twilio/callbacks/Twilio/"), delivered.signedUrl());
        mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
        assertEquals(403, simulator.forge(delivered).wrongSignature().send().status());
        System.out.println("Through " + kind + ": " + delivered.signedUrl() + " answered with " + delivered.status() + "\n"
            + tunnel.output().strip().indent(2));
      }
    }
  }
}
