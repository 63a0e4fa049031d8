package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.ACCOUNT;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.TOKEN;
import static org.muletwilio.functional.TestApplication.application;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.proxy.ForwardProxy;
import org.muletwilio.testkit.tool.TestCertificate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How requests reach Twilio: over TLS and proxies, and what is sent again when something goes wrong. */
class OutboundTest {

  private static final String FLOWS = "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' body='#[payload]'/></flow>"
      + "<flow name='get'><twilio:get-message config-ref='Twilio' messageSid='#[payload]'/></flow>"
      + "<flow name='delete'><twilio:delete-application config-ref='Twilio' applicationSid='#[payload]'/></flow>"
      + "<flow name='create'><twilio:create-application config-ref='Twilio' friendlyName='x'/>"
      + "<set-payload value='#[payload.sid]'/></flow>";

  @TempDir
  private static Path folder;

  private static TestCertificate certificate;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TestCertificate.make(folder, "localhost");
  }

  @Test
  void aGetSurvivesOneDroppedConnection() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start(); EmbeddedMule mule = start(simulator)) {
      mule.run("send", "Hello");
      String sid = simulator.messages().get(0).sid();
      simulator.apiFaults().nextRequests(1, ApiFault.cutBefore());
      assertTrue(mule.run("get", sid).payload().toString().contains(sid));
      assertEquals(2, count(simulator, "GET", sid));
      simulator.apiFaults().nextRequests(2, ApiFault.cutBefore());
      assertEquals("TWILIO:CONNECTIVITY", failure(mule, "get", sid).errorType());
      assertEquals(4, count(simulator, "GET", sid));
    }
  }

  @Test
  void aDeleteWhoseAnswerWasLostIsDone() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start(); EmbeddedMule mule = start(simulator)) {
      String sid = mule.run("create", "").payload().toString();
      simulator.apiFaults().nextRequests(1, ApiFault.cutAfter());
      mule.run("delete", sid);
      assertEquals(2, count(simulator, "DELETE", sid));
      assertEquals("TWILIO:NOT_FOUND", failure(mule, "delete", sid).errorType());
    }
  }

  @Test
  void aCreateOnAConnectionThatWasUsedBeforeIsSentOnceWhenItBreaks() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start(); EmbeddedMule mule = start(simulator)) {
      mule.run("send", "Hello");
      simulator.apiFaults().nextCreates(5, ApiFault.cutBefore());
      assertEquals("TWILIO:UNKNOWN_OUTCOME", failure(mule, "send", "Hello").errorType());
      assertEquals(2, count(simulator, "POST", "Messages"));
    }
  }

  @ParameterizedTest
  @CsvSource({"retryBudget='0', 1", "retryBudget='900' retryBudgetUnit='MILLISECONDS', 1", "retryBudget='1', 2"})
  void tooManyRequestsAreRepeatedWithinTheBudget(String attributes, int tries) {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        EmbeddedMule mule = start(connection(simulator.baseUri(), attributes, ""))) {
      simulator.apiFaults().nextCreates(10, ApiFault.answer(ApiAnswer.tooManyRequests(Duration.ofSeconds(1))));
      assertEquals("TWILIO:TOO_MANY_REQUESTS", failure(mule, "send", "Hello").errorType());
      assertTrue(count(simulator, "POST", "Messages") <= tries);
      assertEquals(List.of(), simulator.messages());
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        TwilioSimulator elsewhere = TwilioSimulator.builder().start();
        EmbeddedMule mule = start(simulator)) {
      ApiAnswer redirect =
          new ApiAnswer(307, Map.of("Location", elsewhere.baseUri() + "/2010-04-01/Accounts/" + ACCOUNT + ".json"), "");
      simulator.apiFaults().nextCreates(1, ApiFault.answer(redirect));
      assertEquals("TWILIO:SERVER_ERROR", failure(mule, "send", "Hello").errorType());
      assertEquals(List.of(), elsewhere.requests());
    }
  }

  @Test
  void oneConnectionIsEnoughForMany() {
    try (TwilioSimulator simulator = TwilioSimulator.builder().start();
        EmbeddedMule mule = start(connection(simulator.baseUri(), "maxConnections='1'", ""))) {
      IntStream.range(0, 20).parallel().forEach(i -> mule.run("send", "Hello"));
      assertEquals(20, simulator.messages().size());
    }
  }

  @Test
  void anAnswerThatStallsIsGivenUp() throws Exception {
    try (BadServer server = BadServer.start(BadServer.stallAfter(BadServer.head(201, 100) + "{"));
        EmbeddedMule mule = start(connection(server.baseUri(), "responseTimeout='500' responseTimeoutUnit='MILLISECONDS'", ""))) {
      FlowFailedException error = failure(mule, "send", "Hello");
      assertEquals("TWILIO:TIMEOUT", error.errorType(), error::description);
    }
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

  private static EmbeddedMule start(TwilioSimulator simulator) {
    EmbeddedMule mule = start(connection(simulator.baseUri(), "", ""));
    try {
      simulator.awaitRequests(all -> !all.isEmpty(), SOON);
      return mule;
    } catch (Exception e) {
      mule.close();
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedMule start(String connection) {
    return application("<twilio:config name='Twilio'>" + connection + "</twilio:config>" + FLOWS).start();
  }

  private static String connection(String baseUri, String attributes, String children) {
    return "<twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN + "' baseUri='" + baseUri + "' "
        + attributes + ">"
        + children + "</twilio:connection>";
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

  private static FlowFailedException failure(EmbeddedMule mule, String flow, Object payload) {
    return assertThrows(FlowFailedException.class, () -> mule.run(flow, payload));
  }

  private static long count(TwilioSimulator simulator, String method, String inPath) {
    return simulator.requests().stream().filter(each -> each.method().equals(method) && each.path().contains(inPath)).count();
  }

  /** Begins an answer to every request, and never ends it. */
}
