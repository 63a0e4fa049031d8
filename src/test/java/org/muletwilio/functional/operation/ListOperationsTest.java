package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.ResourceAnswers.answerNext;
import static org.muletwilio.functional.support.ResourceAnswers.last;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that a flow reads with foreach: filters of any text, and the errors of pages behind the first one. */
class ListOperationsTest {

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(),
        list("any", "list config-ref='Twilio' api='api.v2010' operation='Applications.list'")
        + list("typed", "list-applications config-ref='Twilio' friendlyName='#[payload.FriendlyName]'")
        + list("numbers", "list-incoming-phone-numbers config-ref='Twilio' phoneNumber='#[payload.PhoneNumber]' origin='HOSTED' "
            + "beta='false' pageSize='7'")).start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  @AfterEach
  void forget() {
    simulator.apiFaults().none();
  }

  private static String list(String flow, String operation) {
    return "<flow name='" + flow + "'><try><set-variable variableName='seen' value=''/><twilio:" + operation + "/>"
        + "<foreach><set-variable variableName='seen' value=\"#[vars.seen ++ payload.sid ++ ' ']\"/></foreach>"
        + "<error-handler><on-error-continue type='TWILIO:SERVICE_UNAVAILABLE'>"
        + "<set-variable variableName='caught' value='#[error.errorMessage.payload.code]'/>"
        + "<set-payload value='no list'/></on-error-continue></error-handler>"
        + "</try></flow>";
  }

  @ParameterizedTest
  @CsvSource({"any, 503, 20503, TWILIO:SERVICE_UNAVAILABLE", "typed, 503, 20503, TWILIO:SERVICE_UNAVAILABLE",
      "any, 401, 20003, TWILIO:INVALID_CREDENTIALS", "typed, 404, 20404, TWILIO:NOT_FOUND"})
  void aLaterPageThatFailsHasTheTypeOfItsError(String flow, int status, int code, String type) {
    answerNext(simulator, 200, page("/2010-04-01/Applications.json?Page=1", "AP1"));
    answerNext(simulator, status, Map.of("code", code, "message", "no"));
    if (status == 503) {
      Map<String, ?> variables = mule.run(flow, Map.of()).variables();
      assertEquals(code, variables.get("caught"), "Twilio's answer");
    } else {
      FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run(flow, Map.of()));
      assertEquals(type, failure.errorType(), failure.description());
      assertTrue(failure.description().contains("Twilio refused the request"), failure.description());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "typed"})
  void aFilterOfTheTextNullFiltersAndDoesNotListAll(String flow) {
    mule.run(flow, Map.of("FriendlyName", "null"));
    assertEquals(List.of("null"), query().all("FriendlyName"));
    mule.run(flow, Map.of());
    assertFalse(query().first("FriendlyName").isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "typed"})
  void anEmptyFilterIsRefused(String flow) {
    int before = simulator.requests().size();
    FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run(flow, Map.of("FriendlyName", "")));
    assertEquals("TWILIO:INVALID_REQUEST", failure.errorType());
    assertTrue(failure.description().contains("is empty: leave it out to list all"), failure.description());
    assertEquals(before, simulator.requests().size());
  }

  @Test
  void allFiltersOfNumbersAreSent() {
    mule.run("numbers", Map.of("PhoneNumber", "+1415*"));
    assertEquals(Map.of("PageSize", "7", "PhoneNumber", "+1415*", "Origin", "hosted", "Beta", "false"),
                 query().fields().stream().collect(Collectors.toMap(Form.Field::name, Form.Field::value)));
  }

  private static Form query() {
    return last(simulator).request().query();
  }

  private static Map<String, Object> page(String next, String... sids) {
    Map<String, Object> page = new HashMap<>();
    page.put("uri", "/here");
    page.put("page_size", sids.length);
    page.put("next_page_uri", next);
    page.put("previous_page_uri", null);
    page.put("first_page_uri", null);
    page.put("applications", List.of(sids).stream().map(sid -> Map.of("sid", sid)).toList());
    return page;
  }
}
