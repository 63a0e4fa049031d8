package org.muletwilio.functional.support;

import static org.muletwilio.functional.support.TestApplication.ACCOUNT;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.api.ApiFault;

import java.util.List;
import java.util.Map;

/** What Twilio answers about resources that the simulator does not keep, and what it was asked. */
public final class ResourceAnswers {

  public static final String CALL = "CA" + "a".repeat(32);
  public static final String NUMBER = "PN" + "a".repeat(32);
  public static final String APPLICATION = "AP" + "a".repeat(32);
  private static final String DATE = "Fri, 18 Feb 2011 21:07:19 +0000";

  private ResourceAnswers() {}

  public static Map<String, Object> participant() {
    return Map.of("account_sid", ACCOUNT, "call_sid", CALL, "conference_sid", "CF" + "a".repeat(32), "label", "customer",
                  "muted", false, "hold", false, "status", "queued", "queue_time", "1000", "date_created", DATE);
  }

  public static Map<String, Object> recording() {
    return Map.of("account_sid", ACCOUNT, "call_sid", CALL, "sid", "RE" + "a".repeat(32), "channels", 2, "track", "both",
                  "source", "StartCallRecordingAPI", "status", "in-progress", "start_time", DATE, "duration", "");
  }

  public static Map<String, Object> transcription() {
    return Map.of("account_sid", ACCOUNT, "call_sid", CALL, "sid", "GT" + "a".repeat(32), "name", "hotline",
                  "status", "in-progress", "date_updated", DATE);
  }

  public static Map<String, Object> number(String phoneNumber) {
    return Map.of("account_sid", ACCOUNT, "sid", NUMBER, "phone_number", phoneNumber, "friendly_name", "Support",
                  "capabilities", Map.of("voice", true, "sms", true, "mms", false, "fax", false),
                  "voice_url", "https://example.com/voice", "sms_url", "", "voice_application_sid", "", "date_created", DATE);
  }

  public static Map<String, Object> application(String friendlyName) {
    return Map.of("account_sid", ACCOUNT, "sid", APPLICATION, "friendly_name", friendlyName, "voice_url", "",
                  "sms_status_callback", "https://example.com/sms", "voice_caller_id_lookup", false, "date_created", DATE);
  }

  public static Map<String, Object> validation() {
    return Map.of("account_sid", ACCOUNT, "call_sid", CALL, "friendly_name", "Front desk", "phone_number", "+15551234567",
                  "validation_code", "123456");
  }

  /** The simulator answers the next request so. */
  public static void answerNext(TwilioSimulator simulator, int status, Object body) {
    simulator.apiFaults().nextRequests(1, ApiFault.answer(body == null ? ApiAnswer.empty(status) : ApiAnswer.json(status, body)));
  }

  /** @return the last request that the simulator got */
  public static ApiExchange last(TwilioSimulator simulator) {
    List<ApiExchange> all = simulator.requests();
    return all.get(all.size() - 1);
  }
}
