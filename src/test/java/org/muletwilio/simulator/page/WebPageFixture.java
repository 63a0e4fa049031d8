package org.muletwilio.simulator.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AutoClose;

/** A simulator with its page, and a client that speaks as the page does. */
abstract class WebPageFixture {

  static final Duration LIMIT = Duration.ofSeconds(20);
  static final String FROM = "+14155550123";
  static final String OWN = "+14155550150";

  final HttpClient http = HttpClient.newHttpClient();
  @AutoClose
  final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).phoneNumber(OWN).start();
  @AutoClose
  final UserServer user = new UserServer();

  void send(String url) {
    Message.creator(new PhoneNumber(FROM), new PhoneNumber("+15005550006"), "<b>Hello</b>").setStatusCallback(URI.create(url))
        .create(SdkClient.of(simulator));
  }

  JsonNode state() throws Exception {
    return json(get("/simulator/state"));
  }

  static String message(HttpResponse<String> answer) throws IOException {
    return json(answer).get("message").asText();
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(simulator.baseUri() + path)).timeout(LIMIT);
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> act(String action, String form, int status) throws Exception {
    HttpRequest request = request("/simulator/" + action).header("X-Requested-With", "test")
        .POST(BodyPublishers.ofString(form.replace("+", "%2B"))).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertEquals(status, answer.statusCode(), answer::body);
    return answer;
  }
}
