package org.muletwilio.functional.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.Http;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad config fails when the application starts, and says which and why. */
class ConfigurationTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "domain='a.example.com/path'  | domain is 'a.example.com/path'",
      "domain='a.example.com?x=1'   | domain is 'a.example.com?x=1'",
      "domain='my_host.example.com' | underscore",
      "domain='a b.example.com'     | blank",
      "domain='ftp://a.example.com' | http and https",
      "domain=''                    | domain is ''",
      "localPort='0'                | localPort is 0",
      "localPort='65536'            | localPort is 65536",
      "remotePort='0'               | remotePort is 0",
      "remotePort='-1'              | remotePort is -1",
      "path='/a b'                  | path is '/a b'",
  })
  void badCallbackSettingsAreRefused(String attributes, String said) {
    try (TwilioSimulator simulator = simulator()) {
      String message = refusal(config("Twilio", simulator, "<twilio:http-callback-config " + attributes + "/>"));
      assertTrue(message.contains("config 'Twilio'"), message);
      assertTrue(message.contains(said), message);
    }
  }

  @Test
  void allBadCallbackSettingsAreToldAtOnce() {
    try (TwilioSimulator simulator = simulator()) {
      String message = refusal(config("Twilio", simulator,
          "<twilio:http-callback-config domain='[/x]' localPort='0' path='/a b' maxConcurrency='0'/>"));
      assertTrue(message.contains("http-callback-config of config 'Twilio': 4 settings are wrong. (1) localPort is 0"), message);
      for (String each : List.of("domain is '[/x]'", "path is '/a b'", "maxConcurrency is 0")) {
        assertTrue(message.contains(") " + each), message);
      }
    }
  }

  /** Given is given: with any attribute, also one that says the default, the listener opens with the application. */
  @Test
  void anElementThatSaysOnlyDefaultValuesOpensTheListener() {
    List<String> defaults = List.of("", "validateSignature='true'", "duplicateWindow='60' duplicateWindowUnit='MINUTES'",
        "duplicateWindowUnit='SECONDS'", "path='/twilio/callbacks' host='0.0.0.0'", "host='0.0.0.0'", "path='/twilio/callbacks'",
        "tunnel='NONE'", "async='false'", "duplicates='SUPPRESS'", "flowTimeout='10'", "flowTimeoutUnit='MINUTES'",
        "reconcileAfterUnit='MINUTES'", "giveUpAfter='3'", "giveUpAfterUnit='DAYS'");
    StringBuilder configs = new StringBuilder();
    for (int i = 0; i < defaults.size(); i++) {
      configs.append(config("Given" + i, "http://127.0.0.1:1", "<twilio:http-callback-config " + defaults.get(i) + "/>"));
    }
    try (LogLines lines = LogLines.of("org.muletwilio.internal.callback.EndpointReport", Level.INFO);
        EmbeddedMule mule = application(configs + config("Absent", "http://127.0.0.1:1", "") + flow("status"))
            .property("http.port", freePort()).start()) {
      for (int i = 0; i < defaults.size(); i++) {
        assertEquals(1, lines.with("Config 'Given" + i + "' receives Twilio's callbacks").size(), defaults.get(i) + lines.all());
      }
      assertEquals(1, lines.with("Config 'Absent' will open its listener when").size());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "baseUri='ftp://a'                       | baseUri is 'ftp://a'",
      "baseUri='nonsense'                      | baseUri is 'nonsense'",
      "baseUri='http://a.example.com/?x=1'     | baseUri is 'http://a.example.com/?x=1'",
      "baseUri='http://a' connectTimeout='0'   | connectTimeout is 0",
      "baseUri='http://a' responseTimeout='-1' | responseTimeout is -1",
  })
  void badConnectionSettingsAreRefused(String attributes, String said) {
    try (TwilioSimulator simulator = simulator()) {
      String message = refusal(config("Twilio", simulator, "").replace("baseUri='" + simulator.baseUri() + "'", attributes));
      assertTrue(message.contains("config 'Twilio'") && message.contains(said), message);
    }
  }

  @Test
  void anApiKeyIsNoAccountAndTheTokenIsNotTold() {
    try (TwilioSimulator simulator = simulator()) {
      String message = refusal(config("Twilio", simulator, "").replace(TestApplication.ACCOUNT, "SK123"));
      assertTrue(message.contains("accountSid is 'SK123'"), message);
      assertFalse(message.contains(TestApplication.TOKEN));
    }
  }

  @Test
  void aPortInUseIsNamedWithItsConfigAndNothingStaysOpen() throws Exception {
    int free = freePort();
    try (TwilioSimulator simulator = simulator();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String callback = "<twilio:http-callback-config host='127.0.0.1' localPort='";
      String message = refusal(config("First", simulator, callback + free + "'/>")
          + config("Second", simulator, callback + taken.getLocalPort() + "'/>"));
      assertTrue(message.contains("'Second'") && message.contains("port " + taken.getLocalPort()), message);
      assertFalse(Http.staysOpen(free));
      assertEquals(0, threadsOf("twilio-First") + threadsOf("twilio-Second"),
          "threads that an application which never started has left");
    }
  }

  @Test
  void theListenerOpensAndClosesWithTheApplication() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator()) {
      for (int round = 0; round < 3; round++) {
        try (EmbeddedMule mule = application(simulator, port, flow("status")).start()) {
          assertTrue(Http.isOpen(port));
        }
        assertFalse(Http.staysOpen(port));
      }
    }
  }

  @Test
  void thePropertyHttpPortIsTheDefault() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1'/>")
            + sendFlow() + flow("status")).property("http.port", port).start()) {
      assertTrue(Http.isOpen(port));
      mule.run("send", "Hello");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
    }
  }

  @Test
  void aPropertyHttpPortThatIsNoPortIsRefused() {
    try (TwilioSimulator simulator = simulator()) {
      ApplicationStartException refusal = assertThrows(ApplicationStartException.class,
          () -> application(config("Twilio", simulator, "")).property("http.port", "many").start());
      assertTrue(refusal.getMessage().contains("http.port is 'many'"), refusal.getMessage());
    }
  }

  @Test
  void theConnectionIsTestedByOneRequestForTheAccount() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(simulator, freePort(), flow("status")).start()) {
      simulator.awaitRequests(requests -> !requests.isEmpty(), SOON);
      assertEquals("GET /2010-04-01/Accounts/" + TestApplication.ACCOUNT + ".json",
          simulator.requests().get(0).method() + " " + simulator.requests().get(0).path());
      assertEquals(200, simulator.requests().get(0).status());
    }
  }

  @Test
  void withoutAKeyOnlyAConfigThatChecksNothingStarts() {
    try (TwilioSimulator simulator = simulator()) {
      for (String element : List.of("", "<twilio:http-callback-config localPort='" + freePort() + "'/>")) {
        String message = refusal(withApiKey(simulator, element));
        assertTrue(message.contains("Config 'Twilio' can't check who calls back"), message);
      }
      application(withApiKey(simulator, "<twilio:http-callback-config validateSignature='false' localPort='" + freePort()
          + "'/>")).start().close();
    }
  }

  private static String withApiKey(TwilioSimulator simulator, String element) {
    return "<twilio:config name='Twilio'><twilio:api-key-connection accountSid='" + TestApplication.ACCOUNT + "' apiKeySid='SK"
        + "1".repeat(32) + "' apiKeySecret='secret' baseUri='" + simulator.baseUri() + "'/>" + element + "</twilio:config>"
        + flow("status");
  }

  private static String refusal(String elements) {
    return assertThrows(ApplicationStartException.class, () -> application(elements).start()).getMessage();
  }

  private static long threadsOf(String name) {
    return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().contains(name)).count();
  }
}
