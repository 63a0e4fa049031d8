package org.muletwilio.functional.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.functional.support.Http;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tool.TestCertificate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The own listener with a tls:context: what comes through is a real handshake. */
@ExpectedErrors("SSL handshake error")
class HttpsListenerTest {

  private static final String HOST = "mule.example.com";

  @TempDir
  private static Path folder;

  private static TestCertificate certificate;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TestCertificate.make(folder, HOST);
  }

  @Test
  void callbacksComeByHttps() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator(port);
        EmbeddedMule mule = application(config("Twilio", simulator, tls("", keyStore()) + callbacks("", port))
            + sendFlow() + flow("status")).start()) {
      mule.run("send", "Hello");
      CallbackAttempt delivered = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      assertEquals(204, delivered.status());
      assertTrue(delivered.signedUrl().startsWith("https://" + HOST + "/twilio/callbacks/Twilio/"), delivered.signedUrl());
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
      assertThrows(IOException.class, () -> Http.get("http://127.0.0.1:" + port + "/twilio/callbacks"));
    }
  }

  @Test
  void protocolsAreThoseOfTheTlsContext() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator(port);
        EmbeddedMule mule = application(config("Twilio", simulator, tls("enabledProtocols='TLSv1.2'", keyStore())
            + callbacks("", port)) + flow("status")).start()) {
      assertEquals("TLSv1.2", handshake(port, "TLSv1.2", "TLSv1.3"));
      assertThrows(SSLHandshakeException.class, () -> handshake(port, "TLSv1.3"));
    }
  }

  @Test
  void twoConfigsShareAGlobalContextsPort() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator(port);
        EmbeddedMule mule = application(tls("name='tls'", keyStore())
            + config("Twilio", simulator, callbacks("", port)).replace("name='Twilio'", "name='Twilio' tlsContext='tls'")
            + config("Second", simulator, callbacks("", port)).replace("name='Second'", "name='Second' tlsContext='tls'")
            + sendFlow().replace("'Twilio'", "'Second'") + flow("status")).start()) {
      mule.run("send", "Hello");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
    }
  }

  @Test
  void aConfigWithoutTlsDoesNotShareAnothersTlsPort() {
    int port = freePort();
    try (TwilioSimulator simulator = simulator(port)) {
      String message = refusal(config("First", simulator, tls("", keyStore()) + callbacks("", port))
          + config("Second", simulator, callbacks("", port)));
      assertTrue(message.contains("another config listens on 127.0.0.1:" + port), message);
    }
  }

  @Test
  void aContextWithoutKeysIsRefused() {
    try (TwilioSimulator simulator = simulator(1)) {
      String message = refusal(config("Twilio", simulator, tls("", "<tls:trust-store path='" + certificate.keyStore()
          + "' type='pkcs12' password='" + certificate.password() + "'/>") + callbacks("", freePort())));
      assertTrue(message.contains("config 'Twilio'") && message.contains("no tls:key-store"), message);
    }
  }

  @Test
  void aSharedListenerHasItsOwnTls() {
    try (TwilioSimulator simulator = simulator(1)) {
      String message = refusal(config("Twilio", simulator, tls("", keyStore())
          + "<twilio:http-callback-config listenerConfig='Public'/>"));
      assertTrue(message.contains("listenerConfig is 'Public'") && message.contains("tls:context"), message);
    }
  }

  private static TwilioSimulator simulator(int port) {
    try {
      return TwilioSimulator.builder().pace(Duration.ofMillis(10)).sslContext(certificate.trusting()).start()
          .route("https://" + HOST, "https://127.0.0.1:" + port);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String callbacks(String attributes, int port) {
    return "<twilio:http-callback-config domain='" + HOST + "' host='127.0.0.1' localPort='" + port + "' " + attributes + "/>";
  }

  private static String tls(String attributes, String stores) {
    return "<tls:context " + attributes + ">" + stores + "</tls:context>";
  }

  private static String keyStore() {
    return "<tls:key-store type='pkcs12' path='" + certificate.keyStore() + "' password='" + certificate.password()
        + "' keyPassword='" + certificate.password() + "'/>";
  }

  private static String handshake(int port, String... protocols) throws Exception {
    try (SSLSocket socket = (SSLSocket) certificate.trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.setEnabledProtocols(protocols);
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  private static String refusal(String elements) {
    return assertThrows(ApplicationStartException.class, () -> application(elements).start()).getMessage();
  }
}
