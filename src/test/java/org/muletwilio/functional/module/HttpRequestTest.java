package org.muletwilio.functional.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowResult;
import org.muletwilio.testkit.tool.FreePort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code http:request} as Studio writes it, to a listener of the same application and to servers that are bad. */
class HttpRequestTest {

  private static final String FLOWS = """
      <http:listener-config name="Server">
        <http:listener-connection host="127.0.0.1" port="${http.port}" usePersistentConnections="false"/>
      </http:listener-config>
      <flow name="echo">
        <http:listener config-ref="Server" path="/echo/*"/>
        <ee:transform>
          <ee:message>
            <ee:set-payload><![CDATA[%dw 2.0
      output application/json
      ---
      {method: attributes.method, uri: attributes.requestUri, body: payload, a: attributes.headers.'x-a',
       b: attributes.headers.'x-b', type: attributes.headers.'content-type',
       user: attributes.headers.authorization}]]></ee:set-payload>
          </ee:message>
        </ee:transform>
      </flow>
      <flow name="status">
        <http:listener config-ref="Server" path="/status/{code}">
          <http:response statusCode="#[attributes.uriParams.code]">
            <http:body>#['Body ' ++ attributes.uriParams.code]</http:body>
            <http:headers>#[if (attributes.uriParams.code == '302') {Location: '/echo/there'} else {}]</http:headers>
          </http:response>
        </http:listener>
        <logger level="DEBUG"/>
      </flow>
      <http:request-config name="Client" basePath="/echo" responseTimeout="15000">
        <http:request-connection host="localhost" port="${http.port}">
          <http:authentication>
            <http:basic-authentication username="ada" password="secret" preemptive="true"/>
          </http:authentication>
        </http:request-connection>
        <http:default-headers>
          <http:default-header key="X-A" value="default"/>
        </http:default-headers>
      </http:request-config>
      <http:request-config name="Any"/>
      <http:request-config name="Root">
        <http:request-connection host="localhost" port="${http.port}"/>
      </http:request-config>
      <flow name="post">
        <http:request method="POST" config-ref="Client" path="/orders/{id}">
          <http:body><![CDATA[#[output application/json --- {to: payload}]]]></http:body>
          <http:headers><![CDATA[#[{"X-B": "b"}]]]></http:headers>
          <http:uri-params><![CDATA[#[{id: "47/11"}]]]></http:uri-params>
          <http:query-params><![CDATA[#[{q: "a b&c", n: 1}]]]></http:query-params>
        </http:request>
      </flow>
      <flow name="url">
        <http:request method="GET" config-ref="Any" url="http://localhost:${http.port}/echo/x?y=z" target="answer"/>
        <set-payload value="#[output application/java --- [payload, vars.answer.method, vars.answer.uri]]"/>
      </flow>
      <flow name="withoutConfig">
        <http:request method="GET" url="http://localhost:${http.port}/echo/w"/>
      </flow>
      <flow name="call">
        <http:request config-ref="Root" path="/status/{code}"><http:uri-params>#[{code: payload}]</http:uri-params></http:request>
        <set-payload value="#[[attributes.statusCode, attributes.reasonPhrase]]"/>
      </flow>
      <flow name="accepts">
        <http:request config-ref="Root" path="#['/status/' ++ payload]" followRedirects="false">
          <http:response-validator>
            <http:success-status-code-validator values="200..299,302,404"/>
          </http:response-validator>
        </http:request>
        <set-payload value="#[attributes.statusCode]"/>
      </flow>
      <flow name="refuses">
        <http:request config-ref="Root" path="#['/status/' ++ payload]">
          <http:response-validator><http:failure-status-code-validator values="204"/></http:response-validator>
        </http:request>
        <set-payload value="#[attributes.statusCode]"/>
      </flow>
      <flow name="handled">
        <http:request config-ref="Root" path="/status/404"/>
        <error-handler>
          <on-error-continue type="HTTP:NOT_FOUND">
            <set-payload value="#[[error.errorMessage.payload as String, error.errorMessage.attributes.statusCode,
                error.description]]"/>
          </on-error-continue>
        </error-handler>
      </flow>
      <flow name="late">
        <http:request config-ref="Any" url="http://localhost:${silent.port}/" responseTimeout="300"/>
      </flow>
      <flow name="closed">
        <http:request config-ref="Any" url="http://localhost:${closed.port}/"/>
      </flow>
      """;

  private static EmbeddedMule mule;
  private static ServerSocket silent;
  private static int port;

  @BeforeAll
  static void start() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    port = FreePort.find();
    mule = ModuleApplication.of(FLOWS).property("http.port", port).property("silent.port", silent.getLocalPort())
        .property("closed.port", FreePort.find()).start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (mule != null) {
      mule.close();
    }
    silent.close();
  }

  @Test
  void aRequestSendsWhatItIsMadeOf() {
    assertEquals("{\"method\":\"POST\",\"uri\":\"/echo/orders/47%2F11?q=a%20b%26c&n=1\",\"body\":{\"to\":\"+1555\"},"
        + "\"a\":\"default\",\"b\":\"b\",\"type\":\"application/json; charset=UTF-8\",\"user\":\"Basic YWRhOnNlY3JldA==\"}",
                 compact(mule.run("post", "+1555")));
  }

  @Test
  void aUrlNeedsNoServer() {
    assertEquals("[in, GET, /echo/x?y=z]", mule.run("url", "in").payload().toString());
    assertTrue(compact(mule.run("withoutConfig", "in")).contains("\"uri\":\"/echo/w\""));
  }

  @ParameterizedTest
  @CsvSource({"400, HTTP:BAD_REQUEST", "401, HTTP:UNAUTHORIZED", "403, HTTP:FORBIDDEN", "404, HTTP:NOT_FOUND",
      "405, HTTP:METHOD_NOT_ALLOWED", "406, HTTP:NOT_ACCEPTABLE", "415, HTTP:UNSUPPORTED_MEDIA_TYPE",
      "429, HTTP:TOO_MANY_REQUESTS",
      "500, HTTP:INTERNAL_SERVER_ERROR", "502, HTTP:BAD_GATEWAY", "503, HTTP:SERVICE_UNAVAILABLE", "504, HTTP:GATEWAY_TIMEOUT",
      "418, HTTP:RESPONSE_VALIDATION"})
  void aStatusThatIsNoSuccessHasItsErrorType(String status, String error) {
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("call", status));
    assertEquals(error, failure.errorType());
    assertTrue(failure.description().contains("was answered " + status), failure.description());
  }

  @Test
  void anyOtherStatusIsASuccess() {
    assertEquals("[200, OK]", mule.run("call", "200").payload().toString());
    assertEquals("[201, Created]", mule.run("call", "201").payload().toString());
    assertEquals("[200, OK]", mule.run("call", "302").payload().toString(), "the redirect was followed");
  }

  @Test
  void aValidatorSaysWhatIsASuccess() {
    assertEquals(404, mule.run("accepts", "404").payload());
    assertEquals(302, mule.run("accepts", "302").payload());
    assertEquals("HTTP:RESPONSE_VALIDATION", assertThrows(FlowFailedException.class, () -> mule.run("accepts", "300"))
        .errorType());
    assertEquals(500, mule.run("refuses", "500").payload());
    assertEquals("HTTP:RESPONSE_VALIDATION", assertThrows(FlowFailedException.class, () -> mule.run("refuses", "204"))
        .errorType());
  }

  @Test
  void theErrorHasTheAnswer() {
    Object payload = mule.run("handled", null).payload();
    assertTrue(payload.toString().startsWith("[Body 404, 404, GET http://localhost:" + port + "/status/404"), payload.toString());
  }

  @Test
  void aServerThatIsSilentOrGoneFailsTheRequest() {
    long start = System.nanoTime();
    assertEquals("HTTP:TIMEOUT", assertThrows(FlowFailedException.class, () -> mule.run("late", null)).errorType());
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(15).toNanos());
    FlowFailedException gone = assertThrows(FlowFailedException.class, () -> mule.run("closed", null));
    assertEquals("HTTP:CONNECTIVITY", gone.errorType());
    assertTrue(gone.isOfType("MULE:CONNECTIVITY"), gone.errorType());
  }

  private static String compact(FlowResult result) {
    return new String((byte[]) result.payload()).replaceAll("\\s*\\n\\s*", "").replace("\": ", "\":");
  }
}
