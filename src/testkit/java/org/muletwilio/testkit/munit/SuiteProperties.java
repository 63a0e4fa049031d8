package org.muletwilio.testkit.munit;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.munit.suite.DynamicPort;
import org.muletwilio.testkit.munit.suite.MunitSuite;
import org.muletwilio.testkit.munit.suite.Parameterization;
import org.muletwilio.testkit.project.MuleProject;
import org.muletwilio.testkit.tool.FreePort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The properties that an application under test gets. Of one name the last wins: the simulator's account, what the pom sets for
 * MUnit, free ports, the parameterization's, those given on the command line.
 */
final class SuiteProperties {

  private static final String DEFAULT_SIMULATOR = "http://127.0.0.1:8010";

  private static final String FROM = "twilio.from";
  private static final String NUMBER = "+15005550006";

  private final MuleProject project;
  private final TwilioSimulator simulator;

  SuiteProperties(MuleProject project, TwilioSimulator simulator) {
    this.project = project;
    this.simulator = simulator;
  }

  Map<String, String> of(MunitSuite suite, Parameterization parameterization, TemporaryDirectory temporary,
                         Map<String, String> given) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("twilio.accountSid", TwilioSimulator.DEFAULT_ACCOUNT_SID);
    properties.put("twilio.authToken", TwilioSimulator.DEFAULT_AUTH_TOKEN);
    properties.put(FROM, NUMBER);
    properties.put("twilio.to", "+15551234567");
    properties.put("twilio.domain", "mule.example.com");
    properties.put("twilio.remotePort", "443");
    project.munitProperties()
        .forEach((name, value) -> properties.put(name, value.replace(DEFAULT_SIMULATOR, simulator.baseUri())));
    properties.put("twilio.baseUri", simulator.baseUri());
    properties.put("http.port", String.valueOf(FreePort.find()));
    project.munitPorts().forEach(name -> properties.put(name, String.valueOf(FreePort.find())));
    suite.ports().forEach(port -> properties.put(port.property(), String.valueOf(free(port))));
    properties.put("munit.temporary.directory", temporary.path().toString());
    properties.putAll(parameterization.properties());
    properties.putAll(given);
    return properties;
  }

  /** @return the number that the account has */
  static String sender(MuleProject project, Map<String, String> given) {
    return Stream.of(given.get(FROM), project.munitProperties().get(FROM))
        .filter(number -> number != null && number.startsWith("+"))
        .findFirst().orElse(NUMBER);
  }

  private static int free(DynamicPort port) {
    if (port.isAny()) {
      return FreePort.find();
    }
    for (int number = port.least(); number <= port.most(); number++) {
      try (ServerSocket socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // somebody listens on it; the next one may be free
      }
    }
    throw new AssertionError("No port from " + port.least() + " to " + port.most() + " is free for " + port.property());
  }
}
