package org.muletwilio.functional.module;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code http:listener} as Studio writes it. */
class HttpListenerTest {

  private static final String FLOWS = """
      <http:listener-config name="Api" doc:name="HTTP Listener config" doc:id="1" basePath="/api">
        <http:listener-connection host="0.0.0.0" port="${http.port}" usePersistentConnections="false"/>
      </http:listener-config>
      <flow name="orders">
        <http:listener doc:name="POST /orders" doc:id="2" config-ref="Api" path="/orders/{id}" allowedMethods="POST, put">
          <http:response statusCode="#[vars.status default 200]" reasonPhrase="Made">
            <http:headers><![CDATA[#[output application/java
      ---
      {"X-Order": vars.order, "X-Twice": vars.order ++ "-2"}]]]></http:headers>
          </http:response>
        </http:listener>
        <set-variable variableName="order" value="#[attributes.uriParams.id]"/>
        <set-variable variableName="status" value="#[201]"/>
        <ee:transform>
          <ee:message>
            <ee:set-payload><![CDATA[%dw 2.0
      output application/json
      ---
      {order: vars.order, to: payload.to, q: attributes.queryParams.q, all: attributes.queryParams.*q,
       ua: attributes.headers.'x-agent', method: attributes.method, path: attributes.requestPath,
       listener: attributes.listenerPath, query: attributes.queryString}]]>
            </ee:set-payload>
          </ee:message>
        </ee:transform>
      </flow>
      <flow name="form">
        <http:listener config-ref="Api" path="form"/>
        <set-payload value="#[output text/plain --- payload.From ++ ': ' ++ payload.Body]"/>
      </flow>
      <flow name="formAgain">
        <http:listener config-ref="Api" path="form-again"/>
        <set-payload value="#[payload.From]"/>
      </flow>
      <flow name="twiml">
        <http:listener config-ref="Api" path="/twiml"/>
        <set-payload value="&lt;Response/>" mimeType="application/xml"/>
      </flow>
      <flow name="object">
        <http:listener config-ref="Api" path="/object"/>
        <set-payload value="#[{a: 1}]"/>
      </flow>
      <flow name="any">
        <http:listener config-ref="Api" path="/any/*"/>
        <set-payload value="#[attributes.requestPath]"/>
      </flow>
      <flow name="fails">
        <http:listener config-ref="Api" path="/fails">
          <http:error-response statusCode="#[if (error.errorType.identifier == 'BAD') 422 else 500]">
            <http:body>#[output application/json --- {error: error.description}]</http:body>
            <http:headers>#[{'Retry-After': '7'}]</http:headers>
          </http:error-response>
        </http:listener>
        <raise-error type="APP:BAD" description="No &quot;to&quot;"/>
      </flow>
      <flow name="failsPlainly">
        <http:listener config-ref="Api" path="/fails-plainly"/>
        <raise-error type="APP:BAD" description="It broke"/>
      </flow>
      """;

  private static EmbeddedMule mule;
  private static int port;

  @TempDir
  private static Path folder;

  @BeforeAll
  static void start() {
    port = FreePort.find();
    mule = ModuleApplication.of(FLOWS).property("http.port", port).start();
  }

  @AfterAll
  static void stop() {
    if (mule != null) {
      mule.close();
    }
  }

  @Test
  void aRequestRunsTheFlowAndTheFlowsEndIsTheResponse() throws Exception {
    HttpResponse<String> response = send("POST", "/api/orders/47%2011?q=a%26b&q=c", "{\"to\": \"+15551234567\"}",
                                         "Content-Type", "application/json", "X-Agent", "test");
    assertEquals(201, response.statusCode());
    assertEquals("{\"order\":\"47 11\",\"to\":\"+15551234567\",\"q\":\"a&b\",\"all\":[\"a&b\",\"c\"],\"ua\":\"test\","
        + "\"method\":\"POST\",\"path\":\"/api/orders/47 11\",\"listener\":\"/api/orders/{id}\",\"query\":\"q=a%26b&q=c\"}",
                 response.body().replaceAll("\\s*\\n\\s*", "").replace("\": ", "\":"));
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElse("").split(";")[0]);
    assertEquals("47 11", response.headers().firstValue("X-Order").orElse(""));
    assertEquals("47 11-2", response.headers().firstValue("X-Twice").orElse(""));
  }

  @Test
  void aFormIsReadAsOne() throws Exception {
    HttpResponse<String> response = send("POST", "/api/form", "From=%2B15551234567&Body=a+b%C3%A9",
                                         "Content-Type", "application/x-www-form-urlencoded");
    assertEquals("+15551234567: a bé", response.body());
    assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
  }

  /** As in Mule: an expression's output has the format of its input, and a text is not a form. */
  @Test
  void anExpressionOnAFormThatIsNoObjectNeedsAnOutput() throws Exception {
    String message = send("POST", "/api/form-again", "From=a", "Content-Type", "application/x-www-form-urlencoded").body();
    assertTrue(message.contains("written as application/x-www-form-urlencoded, as the input is"), message);
    assertEquals(message.indexOf("payload.From"), message.lastIndexOf("payload.From"), message);
  }

  @Test
  void aMediaTypeOfThePayloadIsThatOfTheResponse() throws Exception {
    HttpResponse<String> response = send("GET", "/api/twiml", "");
    assertEquals("<Response/>", response.body());
    assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/xml"));
  }

  @ParameterizedTest
  @CsvSource({"GET, /api/orders/1, 405", "GET, /api/none, 404", "GET, /orders/1, 404", "PUT, /api/orders/1, 201",
      "GET, /api/object, 500", "GET, /api/any/a/b, 200", "GET, /api/fails, 422", "GET, /api/fails-plainly, 500"})
  void eachRequestIsAnswered(String method, String path, int status) throws Exception {
    assertEquals(status, send(method, path, "{}", "Content-Type", "application/json").statusCode());
  }

  @Test
  void aFlowThatFailsIsAnsweredByTheErrorResponse() throws Exception {
    HttpResponse<String> response = send("GET", "/api/fails", "");
    assertEquals("{\"error\":\"No \\\"to\\\"\"}", response.body().replaceAll("\\s*\\n\\s*", "").replace("\": ", "\":"));
    assertEquals("7", response.headers().firstValue("Retry-After").orElse(""));
    assertEquals("It broke", send("GET", "/api/fails-plainly", "").body());
  }

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

  private static HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
    return send(port, method, path, body, headers);
  }

  private static HttpResponse<String> send(int port, String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20)).method(method, BodyPublishers.ofByteArray(body.getBytes(UTF_8)));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request.build(), BodyHandlers.ofString());
  }
}
