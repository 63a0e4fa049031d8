package org.muletwilio.testkit.launcher;

import org.muletwilio.simulator.SimulatorOptions;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.launcher.option.LauncherOption;
import org.muletwilio.testkit.launcher.option.LauncherOptions;
import org.muletwilio.testkit.project.UsageException;
import org.muletwilio.testkit.tool.FreePort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulator and its account. The public URL does not exist: the simulator knows which port it leads to. */
final class SimulatedAccount {

  static final String RECIPIENT = "+15551234567";

  static final String NUMBER = "+15005550006";

  private SimulatedAccount() {}

  /**
   * Starts a simulator with the outcomes and faults of the options.
   *
   * @throws UsageException if one of them isn't right
   */
  static TwilioSimulator start(LauncherOptions options) {
    List<String> arguments =
        new ArrayList<>(List.of("--port", String.valueOf(options.simulatorPort()), "--phone-number", NUMBER));
    for (LauncherOption option : LauncherOption.values()) {
      if (option.group == LauncherOption.Group.SIMULATOR && option != LauncherOption.MESSAGES) {
        options.all(option).forEach(value -> arguments.addAll(List.of(option.option(), withNumber(option, value, options))));
      }
    }
    try {
      SimulatorOptions simulation = SimulatorOptions.parse(arguments);
      TwilioSimulator simulator = simulation.builder().start();
      simulation.apply(simulator);
      return simulator;
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /**
   * @return the application's properties
   */
  static Map<String, String> properties(TwilioSimulator simulator) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("twilio.baseUri", simulator.baseUri());
    properties.put("twilio.accountSid", TwilioSimulator.DEFAULT_ACCOUNT_SID);
    properties.put("twilio.authToken", TwilioSimulator.DEFAULT_AUTH_TOKEN);
    properties.put("twilio.from", NUMBER);
    properties.put("twilio.to", RECIPIENT);
    properties.put("twilio.domain", "mule.example.com");
    properties.put("twilio.remotePort", "443");
    properties.put("http.port", String.valueOf(FreePort.find()));
    return properties;
  }

  static String recipient(LauncherOptions options) {
    return options.properties().getOrDefault("twilio.to", RECIPIENT);
  }

  private static String withNumber(LauncherOption option, String value, LauncherOptions options) {
    boolean ofNumber = option == LauncherOption.CALL || option == LauncherOption.OUTCOME;
    return ofNumber && !value.contains("=") ? recipient(options) + "=" + value : value;
  }
}
