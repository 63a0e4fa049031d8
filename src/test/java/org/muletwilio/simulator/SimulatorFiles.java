package org.muletwilio.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.io.TempDir;

/** Simulators that are started with files. */
abstract class SimulatorFiles {

  static final Duration LIMIT = Duration.ofSeconds(20);
  static final PhoneNumber TO = new PhoneNumber("+14155550100");
  static final PhoneNumber FROM = new PhoneNumber("+15005550006");

  @TempDir
  Path folder;

  Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("simulator.json"), text);
  }

  static TwilioSimulator start(String... arguments) {
    SimulatorOptions options = SimulatorOptions.parse(List.of(arguments));
    TwilioSimulator simulator = options.builder().port(0).start();
    options.apply(simulator);
    return simulator;
  }
}
