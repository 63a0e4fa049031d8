package org.muletwilio.simulator.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Plain requests to the products of a simulator, such as <code>verify</code>. */
final class ProductClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CREDENTIALS = TwilioSimulator.DEFAULT_ACCOUNT_SID + ":" + TwilioSimulator.DEFAULT_AUTH_TOKEN;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String baseUri;

  ProductClient(TwilioSimulator simulator) {
    baseUri = simulator.baseUri();
  }

  HttpResponse<String> send(String method, String product, String path, Form form) throws Exception {
    return send(withCredentials(request(method, product, path, FORM, form.encoded())));
  }

  HttpResponse<String> send(String method, String product, String path, Map<String, String> form) throws Exception {
    return send(method, product, path,
        Form.of(form.entrySet().stream().flatMap(each -> Stream.of(each.getKey(), each.getValue())).toArray(String[]::new)));
  }

  HttpResponse<String> sendJson(String product, String path, String json) throws Exception {
    return send(withCredentials(request("POST", product, path, "application/json", json)));
  }

  HttpResponse<String> getWithoutCredentials(String product, String path) throws Exception {
    return send(request("GET", product, path, FORM, ""));
  }

  /** @return the JSON of an answer, which has that status */
  static JsonNode read(HttpResponse<String> answer, int status) throws IOException {
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  /** @return the JSON of an answer, which is a success */
  static JsonNode read(HttpResponse<String> answer) throws IOException {
    assertEquals(2, answer.statusCode() / 100, answer.body());
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder request(String method, String product, String path, String mediaType, String body) {
    return HttpRequest.newBuilder(URI.create(baseUri + path)).header("X-Forwarded-Host", product + ".twilio.com")
        .header("Content-Type", mediaType)
        .method(method, method.equals("POST") ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
  }

  private static HttpRequest.Builder withCredentials(HttpRequest.Builder request) {
    return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(CREDENTIALS.getBytes(UTF_8)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
