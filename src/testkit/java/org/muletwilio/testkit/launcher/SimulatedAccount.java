package org.muletwilio.testkit.launcher;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.tool.FreePort;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The simulator's account. Its public address is one that exists nowhere: the simulator is told which port it leads to.
 */
final class SimulatedAccount {

  static final String RECIPIENT = "+15551234567";

  static final String NUMBER = "+15005550006";

  private SimulatedAccount() {}

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
}
