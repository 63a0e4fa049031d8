package org.muletwilio.functional.module;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.tool.FreePort;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An application with an {@code http:listener} for each way to answer. */
abstract class HttpListenerApplication {

  static final String FLOWS = """
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

  static EmbeddedMule mule;
  static int port;

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

  static HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
    return send(port, method, path, body, headers);
  }

  static HttpResponse<String> send(int port, String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20)).method(method, BodyPublishers.ofByteArray(body.getBytes(UTF_8)));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request.build(), BodyHandlers.ofString());
  }
}
