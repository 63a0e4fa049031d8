package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.outbound.OutboundApplication.connection;
import static org.muletwilio.functional.outbound.OutboundApplication.failure;
import static org.muletwilio.functional.outbound.OutboundApplication.start;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.proxy.ForwardProxy;
import org.muletwilio.testkit.tool.TestCertificate;

import java.nio.file.Path;
import java.util.List;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests over TLS and through proxies: what is trusted, what a proxy sees, and which settings are refused. */
class TlsAndProxyTest {

  @TempDir
  private static Path folder;

  private static TestCertificate certificate;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TestCertificate.make(folder, "localhost");
  }

  @Test
  void aTrustStoreOfOnesOwnServes() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().apiTls(certificate.serving()).start();
        EmbeddedMule mule = start(connection(localhost(simulator), "", trustStore()))) {
      mule.run("send", "Hello");
      assertEquals(1, simulator.messages().size());
    }
  }

  @Test
  void whomNobodyTrustsGetsNoMessage() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().apiTls(certificate.serving()).start();
        EmbeddedMule untrusting = start(connection(localhost(simulator), "", ""));
        EmbeddedMule otherName = start(connection(simulator.baseUri(), "", trustStore()))) {
      assertEquals("TWILIO:CONNECTIVITY", failure(untrusting, "send", "Hello").errorType());
      assertEquals("TWILIO:CONNECTIVITY", failure(otherName, "send", "Hello").errorType());
      assertEquals(List.of(), simulator.requests());
    }
  }

  @Test
  void aProxyLeadsToTwilioAndNeverSeesARequest() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().apiTls(certificate.serving()).start();
        ForwardProxy proxy = ForwardProxy.start("mule", "let me out");
        EmbeddedMule mule = start(connection(localhost(simulator), "", trustStore()
            + proxy(proxy, "username='mule' password='let me out'")))) {
      mule.run("send", "Hello");
      assertEquals(1, simulator.messages().size());
      assertTrue(proxy.tunnels().contains("localhost:" + simulator.port()), proxy.tunnels().toString());
    }
  }

  @Test
  void plainHttpGoesThroughAProxyToo() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        ForwardProxy proxy = ForwardProxy.start("mule", "let me out");
        EmbeddedMule mule = start(connection(simulator.baseUri(), "", proxy(proxy, "username='mule' password='let me out'")))) {
      mule.run("send", "Hello");
      mule.run("get", simulator.messages().get(0).sid());
      assertEquals(1, simulator.messages().size());
      assertTrue(proxy.forwarded().contains("POST " + simulator.baseUri() + "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json"),
          proxy.forwarded().toString());
      assertEquals(simulator.requests().size(), proxy.forwarded().size(), "nothing goes past the proxy");
    }
  }

  @Test
  void credentialsInClearToAnotherMachineAreWarnedOf() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        LogLines lines = LogLines.of("org.muletwilio.internal.connection.TwilioConnectionProvider", Level.WARN)) {
      start(connection("http://0.0.0.0:" + simulator.port(), "", "")).close();
      assertEquals(List.of("WARN Config 'Twilio' sends its credentials unencrypted to another machine: baseUri is "
          + "'http://0.0.0.0:" + simulator.port() + "'. Use https"), lines.all());
      start(connection("http://127.0.0.1:" + simulator.port(), "", "")).close();
      assertEquals(1, lines.all().size(), "this machine");
    }
  }

  @Test
  void hostsOfNonProxyHostsAreReachedDirectly() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        ForwardProxy proxy = ForwardProxy.start("mule", "let me out");
        EmbeddedMule mule =
            start(connection(simulator.baseUri(), "", proxy(proxy, "nonProxyHosts='*.example.com, 127.0.0.1'")))) {
      mule.run("send", "Hello");
      assertEquals(1, simulator.messages().size());
    }
  }

  @Test
  void aProxyThatRefusesIsAnErrorThatTellsNoPassword() throws Exception {
    try (TwilioSimulator simulator = TwilioSimulator.builder().apiTls(certificate.serving()).start();
        ForwardProxy proxy = ForwardProxy.start("mule", "let me out");
        EmbeddedMule mule = start(connection(localhost(simulator), "", trustStore()
            + proxy(proxy, "username='mule' password='not this one'")))) {
      FlowFailedException failure = failure(mule, "send", "Hello");
      assertTrue(failure.errorType().startsWith("TWILIO:"), failure.errorType());
      assertFalse(failure.toString().contains("not this one"));
      assertEquals(List.of(), simulator.requests());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "host='a'                         | proxy must have both host and port",
      "port='1'                         | proxy must have both host and port",
      "host='a' port='0'                | the port of proxy is 0",
      "host='a' port='1' password='pwd' | proxy must have both username and password",
  })
  void aBadProxyIsRefused(String attributes, String said) {
    assertRefused(connection("http://127.0.0.1:1", "", "<twilio:proxy " + attributes + "/>"), said);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"maxConnections='0' | maxConnections is 0",
      "connectionIdleTimeout='0' | connectionIdleTimeout is 0", "retryBudget='-1' | retryBudget is -1"})
  void badSettingsAreRefused(String attributes, String said) {
    assertRefused(connection("http://127.0.0.1:1", attributes, ""), said);
  }

  private static void assertRefused(String connection, String said) {
    String message = assertThrows(ApplicationStartException.class, () -> start(connection).close()).getMessage();
    assertTrue(message.contains("connection of config 'Twilio'") && message.contains(said), message);
    assertFalse(message.contains("pwd"), message);
  }

  private static String localhost(TwilioSimulator simulator) {
    return "https://localhost:" + simulator.port();
  }

  private static String trustStore() {
    return "<tls:context><tls:trust-store type='pkcs12' path='" + certificate.keyStore() + "' password='" + certificate.password()
        + "'/></tls:context>";
  }

  private static String proxy(ForwardProxy proxy, String attributes) {
    return "<twilio:proxy host='127.0.0.1' port='" + proxy.port() + "' " + attributes + "/>";
  }
}
