package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.ResourceAnswers.answerNext;
import static org.muletwilio.functional.support.ResourceAnswers.last;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** What Studio offers to choose from: asked for as Studio does, through the runtime's service. */
class ValuesTest extends ValuesFixture {

  @Test
  void applicationsAreOfferedByTheirSids() throws Exception {
    String sid = add("/Applications.json", "FriendlyName=Hotline");

    Map<String, String> applications = Map.of(sid, "Hotline (" + sid + ")");
    for (String flow : List.of("send", "call", "get-application", "update-application", "delete-application")) {
      assertEquals(applications, values(flow, "applicationSid"), flow);
    }
    for (String flow : List.of("buy-number", "update-number")) {
      assertEquals(applications, values(flow, "voiceApplicationSid"), flow);
      assertEquals(applications, values(flow, "smsApplicationSid"), flow);
    }
  }

  @Test
  void messagingServicesAreOfferedByTheirSids() throws Exception {
    String sid = post("/v1/Services", "FriendlyName=Reminders");

    assertEquals(Map.of(sid, "Reminders (" + sid + ")"), values("send", "messagingServiceSid"));
    assertEquals("/v1/Services", last(simulator).path());
  }

  /** As Twilio documents its answer; the simulator has no templates. */
  @Test
  void contentTemplatesAreOfferedByTheirSids() {
    String sid = "HX" + "7".repeat(32);
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("page", 0);
    meta.put("page_size", 100);
    meta.put("key", "contents");
    meta.put("url", "https://content.twilio.com/v1/Content?PageSize=100&Page=0");
    meta.put("first_page_url", "https://content.twilio.com/v1/Content?PageSize=100&Page=0");
    meta.put("previous_page_url", null);
    meta.put("next_page_url", null);
    answerNext(simulator, 200, Map.of("meta", meta, "contents", List.of(Map.of("sid", sid, "account_sid", ACCOUNT,
        "friendly_name", "order_update", "language", "en", "variables", Map.of("1", "name"), "types", Map.of()))));

    assertEquals(Map.of(sid, "order_update (" + sid + ")"), values("send", "contentSid"));
    assertEquals("/v1/Content", last(simulator).path());
  }

  @Test
  void onlyTheFirstHundredAreAskedFor() throws Exception {
    for (int i = 0; i < 101; i++) {
      post("/v1/Services", "FriendlyName=Service" + i);
    }
    int before = simulator.requests().size();

    assertEquals(100, values("send", "messagingServiceSid").size());
    assertEquals(before + 1, simulator.requests().size());
    assertEquals("100", last(simulator).request().query().first("PageSize").orElseThrow());
  }

  /** Mule 4.1 gives a message of its own; what the provider said is in the reason. */
  @Test
  void aRefusalTellsWhatAndWhy() {
    answerNext(simulator, 401, Map.of("code", 20003, "message", "Authenticate", "status", 401));

    String reason = failure("send", "messagingServiceSid");
    assertTrue(reason.contains("The account's messaging services can't be listed: Twilio refused the request"), reason);
    assertTrue(reason.contains("20003"), reason);
    assertFalse(reason.contains(TOKEN), reason);
  }

  @Test
  void aTwilioThatIsNotThereIsToldToo() {
    simulator.close();

    String reason = failure("send", "from");
    assertTrue(reason.contains("The account's phone numbers can't be listed: Twilio could not be reached"), reason);
  }
}
