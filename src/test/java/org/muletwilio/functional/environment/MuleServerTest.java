package org.muletwilio.functional.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.server.ApplicationJar;
import org.muletwilio.testkit.server.MuleServer;
import org.muletwilio.testkit.server.StandInServer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The smoke test of the profile {@code compatibility}: an application on a Mule server sends a message, makes a call, and is
 * called back. Without that profile the embedded Mule stands in for the server.
 */
class MuleServerTest {

  private static final Path SOURCES = Path.of("src/compatibility");
  /** A server unpacks, starts and deploys before it sends anything. */
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void anApplicationIsCalledBack(@TempDir Path folder) throws Exception {
    try (TwilioSimulator simulator = simulator();
        MuleServer server = MuleServer.start(home(folder), application(folder), property("mule.java.home").map(Path::of),
            Map.of("twilio.baseUri", simulator.baseUri(), "twilio.accountSid", ACCOUNT, "twilio.authToken", TOKEN, "http.port",
                Integer.toString(freePort())),
            property("mule.arguments").map(arguments -> List.of(arguments.split(" +"))).orElse(List.of()))) {
      try {
        List<CallbackAttempt> attempts = simulator.awaitCallbacks(
            all -> has(all, "MessageStatus", "delivered") && has(all, "CallStatus", "completed"), LONG);
        assertEquals(List.of(), attempts.stream().filter(each -> !each.successful()).toList(), "flows that failed");
        assertEquals(List.of("Say It works"), simulator.heard(simulator.calls().get(0).sid()));
      } catch (Exception | Error e) {
        e.addSuppressed(new IllegalStateException("The server said: " + server.output()));
        throw e;
      }
    }
  }

  private static boolean has(List<CallbackAttempt> attempts, String field, String value) {
    return attempts.stream().anyMatch(each -> each.field(field).equals(value));
  }

  private static Path home(Path folder) throws IOException {
    Optional<Path> installed = property("mule.home").map(Path::of);
    if (installed.isPresent()) {
      return installed.get();
    }
    Path home = folder.resolve("mule");
    StandInServer.install(home, WorkApplication.java(WorkApplication.classPath(), StandInServer.class));
    return home;
  }

  /** @return what Mule's Maven plugin has made, or the same without the connector and the rest that a server needs */
  private static Path application(Path folder) throws IOException {
    Optional<Path> made = property("mule.application").map(Path::of);
    if (made.isPresent()) {
      return made.get();
    }
    Path jar = folder.resolve("compatibility.jar");
    ApplicationJar.write(SOURCES.resolve("src/main/mule"), jar);
    return jar;
  }

  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isEmpty());
  }
}
