package org.muletwilio.functional.documentation;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.ResourceAnswers.answerNext;
import static org.muletwilio.functional.support.ResourceAnswers.last;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiRequest;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The five examples of docs/any-endpoint.md, as they stand there. */
class AnyEndpointPageTest {

  private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

  @Test
  void eachRunsAsThePageSays() throws Exception {
    List<String> examples =
        XML.matcher(Files.readString(Path.of("docs/any-endpoint.md"))).results().map(MatchResult::group).toList();
    assertEquals(5, examples.size());
    String flows = XML.matcher(Files.readString(Path.of("docs/any-endpoint.md"))).results().map(found -> found.group(1))
        .collect(joining());
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = application(simulator, freePort(), flows)
        .property("verify.serviceSid", "VA1").property("sync.serviceSid", "IS1").start()) {
      answerNext(simulator, 201, Map.of("sid", "VE1", "status", "pending"));
      mule.run("send-code", "+15551234567");
      assertEquals("/v2/Services/VA1/Verifications", last(simulator).request().path());
      assertEquals(List.of("sms"), last(simulator).request().form().all("Channel"));

      answerNext(simulator, 200, Map.of("sid", "ET1"));
      mule.run("change-document", "settings");
      ApiRequest change = last(simulator).request();
      assertEquals("/v1/Services/IS1/Documents/settings", change.path());
      assertEquals("7", change.header("If-Match").orElseThrow());
      assertEquals("{\"seats\":4}", change.form().first("Data").orElseThrow().replace(" ", ""));

      answerNext(simulator, 201, Map.of("sid", "RM1"));
      mule.run("open-room", "Standup");
      called(simulator, last(simulator).request().form().first("StatusCallback").orElseThrow(), 204);
      assertEquals(1, mule.runs("room-status").size());

      answerNext(simulator, 202, Map.of("sid", "XE1"));
      mule.run("register-sender", "whatsapp:+15551234567");
      String url = new ObjectMapper().readTree(last(simulator).request().body()).path("webhook").path("callback_url").asText();
      assertTrue(called(simulator, url, 200).answer().orElseThrow().body().contains("Thank you"));

      answerNext(simulator, 200, Map.of("messages", List.of(Map.of("sid", "SM1", "status", "failed")), "page_size", 200));
      mule.run("failed-messages", "");
      assertEquals(List.of("200"), last(simulator).request().query().all("PageSize"));
    }
  }

  private static CallbackAttempt called(TwilioSimulator simulator, String url, int status) {
    CallbackAttempt attempt = simulator.forge(url).fields(Form.of("RoomName", "Standup", "StatusCallbackEvent", "room-ended"))
        .signedBy(TOKEN).send();
    assertEquals(status, attempt.status());
    return attempt;
  }
}
