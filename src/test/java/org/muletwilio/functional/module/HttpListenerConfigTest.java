package org.muletwilio.functional.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.tool.FreePort;
import org.muletwilio.testkit.tool.TestCertificate;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code http:listener-config}: its port, its TLS, and its end. */
class HttpListenerConfigTest extends HttpListenerApplication {

  @TempDir
  private static Path folder;

  @Test
  void aPortThatIsTakenIsToldWithTheConfigsName() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String message = assertThrows(ApplicationStartException.class, () -> ModuleApplication.of(FLOWS)
          .property("http.port", taken.getLocalPort()).start()).getMessage();
      assertTrue(message.contains("http:listener-config 'Api' can't listen on 0.0.0.0:" + taken.getLocalPort()), message);
    }
  }

  /** Nothing of the first one is left. */
  @Test
  void anApplicationCanBeDeployedAgain() throws Exception {
    int own = FreePort.find();
    try (EmbeddedServices services = EmbeddedServices.start("server")) {
      for (int round = 0; round < 3; round++) {
        try (EmbeddedMule deployed = ModuleApplication.of(FLOWS).property("http.port", own).sharedServices(services).start()) {
          assertEquals("<Response/>", send(own, "GET", "/api/twiml", "").body());
          deployed.stopFlow("twiml");
          assertEquals(404, send(own, "GET", "/api/twiml", "").statusCode());
          deployed.startFlow("twiml");
          assertEquals("<Response/>", send(own, "GET", "/api/twiml", "").body());
        }
      }
    }
  }

  @Test
  void itServesByHttps() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder, "localhost");
    int own = FreePort.find();
    String tls = """
        <http:listener-connection protocol="HTTPS" host="127.0.0.1" port="${http.port}">
          <tls:context><tls:key-store type="pkcs12" path="%s" keyPassword="%s" password="%s"/></tls:context>
        </http:listener-connection>""".formatted(certificate.keyStore(), certificate.password(), certificate.password());
    try (EmbeddedMule secure = ModuleApplication.of(FLOWS.replace("<http:listener-connection host=\"0.0.0.0\" "
        + "port=\"${http.port}\" usePersistentConnections=\"false\"/>", tls))
        .property("http.port", own).start()) {
      assertEquals(1, secure.flowsWithSource().stream().filter("twiml"::equals).count());
      HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
      assertEquals("<Response/>", client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + own + "/api/twiml"))
          .timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString()).body());
    }
  }
}
