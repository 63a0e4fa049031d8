package org.muletwilio.functional.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.functional.support.ResourceAnswers.answerNext;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.ResourceAnswers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Numbers and caller IDs that Studio offers to choose from. */
class NumberValuesTest extends ValuesFixture {

  private static final String PLAIN = "+14155550101";

  @Test
  void numbersOfTheAccountAreOfferedAsSenders() throws Exception {
    add("/IncomingPhoneNumbers.json", "PhoneNumber=%2B14155550100&FriendlyName=Support");
    add("/IncomingPhoneNumbers.json", "PhoneNumber=%2B14155550101&FriendlyName=(415)%20555-0101");

    Map<String, String> numbers = Map.of(SUPPORT, SUPPORT + " (Support)", PLAIN, PLAIN);
    assertEquals(numbers, values("send", "from"));
    assertEquals(numbers, values("call", "from"));
    assertEquals(numbers, values("call", "callerId"));
    assertEquals(numbers, values("participant", "from"));
  }

  @Test
  void numbersThatCanDoItAreOfferedAlone() {
    answerNumbers(capable(SUPPORT, false, true), capable(PLAIN, true, false));
    assertEquals(Map.of(SUPPORT, SUPPORT), values("send", "from"));

    answerNumbers(capable(SUPPORT, false, true), capable(PLAIN, true, false));
    assertEquals(Map.of(PLAIN, PLAIN), values("call", "from"));
  }

  @Test
  void verifiedCallerIdsAreOfferedAsCallers() throws Exception {
    add("/OutgoingCallerIds.json", "PhoneNumber=%2B15557654321&FriendlyName=Front%20desk"
        + "&StatusCallback=http%3A%2F%2F127.0.0.1%3A1%2Fverified");
    awaitCallback(simulator, each -> each.signedUrl().endsWith("/verified"));

    assertEquals(Map.of("+15557654321", "+15557654321 (Front desk)"), values("call", "from"));
    assertEquals(Map.of(), values("send", "from"));
  }

  @Test
  void numbersAreOfferedByTheirSids() throws Exception {
    String sid = add("/IncomingPhoneNumbers.json", "PhoneNumber=%2B14155550100&FriendlyName=Support");

    for (String flow : List.of("get-number", "update-number", "release-number")) {
      assertEquals(Map.of(sid, SUPPORT + " (Support)"), values(flow, "incomingPhoneNumberSid"), flow);
    }
  }

  @SafeVarargs
  private void answerNumbers(Map<String, Object>... numbers) {
    answerNext(simulator, 200, Map.of("incoming_phone_numbers", new ArrayList<>(List.of(numbers)), "page_size", 100, "uri",
        "/2010-04-01/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers.json"));
  }

  private static Map<String, Object> capable(String number, boolean voice, boolean sms) {
    Map<String, Object> properties = new LinkedHashMap<>(ResourceAnswers.number(number));
    properties.put("friendly_name", "");
    properties.put("capabilities", Map.of("voice", voice, "sms", sms, "mms", false, "fax", false));
    return properties;
  }
}
