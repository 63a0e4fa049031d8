package org.muletwilio.functional.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.ResourceAnswers.answerNext;
import static org.muletwilio.functional.support.ResourceAnswers.last;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiFault;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, page by page, and those that end in a bad way or never. */
class ListRequestTest extends RequestApplication {

  @Test
  void aListIsReadPageByPage() {
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?PageSize=2&Page=1&PageToken=x", "VA1", "VA2"));
    answerNext(simulator, 200, page(null, "VA3"));
    assertEquals("VA1 VA2 VA3 ", mule.run("services", Map.of()).variables().get("seen"));
    assertEquals(List.of("x"), last(simulator).request().query().all("PageToken"));
  }

  @Test
  void aPageElsewhereIsRefused() {
    answerNext(simulator, 200, page("https://verify.twilio.com.example.org/v2/Services?Page=1", "VA1", "VA2"));
    String message = failure("services", Map.of());
    assertTrue(message.contains("which is not an address of Twilio's API"), message);
  }

  /** A page that is cut short is not the last one: the entries after it would be lost silently. */
  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "{\"services\":{}}", "{\"services\":\"none\"}", "<html>", "{\"meta\":{}}"})
  void aPageWithoutItsListIsAnError(String body) {
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?PageSize=2&Page=1&PageToken=x", "VA1", "VA2"));
    simulator.apiFaults().nextRequests(2, ApiFault.answer(new ApiAnswer(200, Map.of("Content-Type", "application/json"), body)));
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("services", Map.of()));
    simulator.apiFaults().none();
    assertTrue(failure.description().contains("a page of 'Services.list' of API 'verify.v2'"), failure.toString());
  }

  /** Mule reads the first page with the operation, and knows its type; those behind it are errors of foreach. */
  @Test
  void aFirstPageThatFailsIsAnErrorOfTheList() {
    answerNext(simulator, 503, Map.of("code", 20503, "message", "no"));
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("services", Map.of()));
    assertEquals("TWILIO:SERVICE_UNAVAILABLE", failure.errorType());
  }

  @Test
  void aLimitEndsAList() {
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=1", "VA1", "VA2"));
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=2", "VA3", "VA4"));
    assertEquals("VA1 VA2 VA3 ", mule.run("three", Map.of()).variables().get("seen"));
  }

  @Test
  void aListWhosePagesLeadInARingEnds() {
    String ring = "https://verify.twilio.com/v2/Services?Page=";
    for (int length : List.of(1, 2, 3, 7)) {
      for (int i = 0; i < 4 * length + 4; i++) {
        answerNext(simulator, 200, page(ring + i % length, "VA" + i));
      }
      int before = simulator.requests().size();
      String message = failure("services", Map.of());
      assertTrue(message.contains("has no end: the next page is one that was read before"), message);
      assertTrue(simulator.requests().size() - before <= 4 * length + 4, "of " + length);
      simulator.apiFaults().none();
    }
  }

  @Test
  void aListOfEmptyPagesEnds() {
    for (int i = 0; i < 105; i++) {
      answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=" + i));
    }
    String message = failure("services", Map.of());
    assertTrue(message.contains("has no end: 100 pages one after the other had no entry"), message);
    simulator.apiFaults().none();
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=1"));
    answerNext(simulator, 200, page("https://verify.twilio.com/v2/Services?Page=2", "VA1"));
    answerNext(simulator, 200, page(null));
    assertEquals("VA1 ", mule.run("services", Map.of()).variables().get("seen"));
  }

  @ParameterizedTest
  @CsvSource({"0, , pageSize is 0: Twilio takes 1 to 1000", "-1, , pageSize is -1: Twilio takes 1 to 1000",
      "1001, , pageSize is 1001: Twilio takes 1 to 1000", ", 0, limit is 0", ", -5, limit is -5"})
  void sizesThatAreNoneAreRefused(Integer pageSize, Integer limit, String problem) {
    Map<String, Object> sizes = new HashMap<>();
    sizes.put("pageSize", pageSize);
    sizes.put("limit", limit);
    int before = simulator.requests().size();
    String message = assertThrows(FlowFailedException.class, () -> mule.run("sized", Map.of(), null, sizes)).getMessage();
    assertTrue(message.contains(problem), message);
    assertEquals(before, simulator.requests().size());
  }
}
