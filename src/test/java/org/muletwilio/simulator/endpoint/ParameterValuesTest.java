package org.muletwilio.simulator.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;

import java.net.URLDecoder;
import java.time.Duration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.messaging.v1.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values that Twilio refuses, whatever its SDK lets through: numbers, booleans, words, dates, addresses and keys. The codes are
 * those of Twilio's error dictionary; 20001 where that has none.
 */
class ParameterValuesTest {

  private static final String CALL = "To=%2B14155550100&From=%2B15005550006&Url=http%3A%2F%2Flocalhost%2F";
  private static final String MESSAGE = "To=%2B14155550100&From=%2B15005550006&Body=x";
  private static final int CREATED = 201;
  private static final int REFUSED = 400;

  private static TwilioSimulator simulator;
  private static TwilioRestClient client;

  @BeforeAll
  static void start() {
    simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
    client = SdkClient.of(simulator);
  }

  @AfterAll
  static void close() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({"Timeout, abc, 21208", "Timeout, 0, 21208", "Timeout, -5, 21208", "Timeout, 1.5, 21208", "Timeout, 601, 21208",
      "Method, PUTT, 21209", "FallbackMethod, x, 21209", "StatusCallbackMethod, DELET, 21209",
      "RecordingStatusCallbackMethod, 1, 21209", "SendDigits, 12x, 21206", "SendDigits, 1 2, 21206", "Record, maybe, 20001",
      "Record, 1, 20001", "TimeLimit, long, 20001", "TimeLimit, 0, 20001", "Trim, yes, 20001", "RecordingChannels, stereo, 20001",
      "RecordingTrack, all, 20001", "MachineDetection, On, 20001", "MachineDetectionTimeout, 60, 20001",
      "MachineDetectionSpeechThreshold, 999, 20001", "MachineDetectionSpeechEndThreshold, 5001, 20001",
      "MachineDetectionSilenceTimeout, 99999999999999999999, 20001", "AsyncAmd, ja, 20001", "StatusCallback, nowhere, 21609",
      "FallbackUrl, nowhere, 21205", "StatusCallbackEvent, ring, 21626", "ApplicationSid, x, 21218"})
  void ofCallsAreRefused(String name, String value, int code) throws Exception {
    assertEquals(code, code("/Calls.json", CALL, name, value));
  }

  @ParameterizedTest
  @CsvSource({"To, tel:+14155550100, 21217", "To, mailto:a@example.com, 21217", "To, foo:bar, 21217", "To, client:, 21217",
      "To, 12, 21217", "From, tel:+15005550006, 21212", "From, x, 21212"})
  void partiesThatNobodyCanCallAreRefused(String name, String value, int code) throws Exception {
    String other = name.equals("To") ? "From=%2B15005550006" : "To=%2B14155550100";
    assertEquals(code, code("/Calls.json", other + "&Twiml=%3CResponse%2F%3E", name, value));
  }

  @ParameterizedTest
  @CsvSource({"Timeout, 1", "Timeout, 600", "Timeout, ''", "Method, get", "SendDigits, ww12#*ABCD", "Record, TRUE",
      "Trim, do-not-trim", "MachineDetection, DetectMessageEnd", "MachineDetectionTimeout, 59", "Unknown, x"})
  void ofCallsAreTaken(String name, String value) throws Exception {
    assertEquals(CREATED, send("/Calls.json", CALL, name, value).getStatusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"client:joe", "sip:joe@example.com", "sips:joe@example.com", "whatsapp:+14155550100", "+14155550100"})
  void partiesThatCanBeCalledAreTaken(String to) throws Exception {
    assertEquals(CREATED, send("/Calls.json", "From=%2B15005550006&Twiml=%3CResponse%2F%3E", "To", to).getStatusCode());
  }

  @ParameterizedTest
  @CsvSource({"ValidityPeriod, soon, 21624", "ValidityPeriod, 0, 21624", "ValidityPeriod, 36001, 21624", "MaxPrice, cheap, 20001",
      "Attempt, x, 20001", "ProvideFeedback, x, 20001", "ContentRetention, keep, 20001", "SmartEncoded, 2, 20001",
      "ScheduleType, later, 35112", "SendAt, tomorrow, 35113", "StatusCallback, ftp://a, 21609", "MediaUrl, nowhere, 21620",
      "ShortenUrls, x, 20001"})
  void ofMessagesAreRefused(String name, String value, int code) throws Exception {
    assertEquals(code, code("/Messages.json", MESSAGE, name, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tel:+14155550100", "sip:joe@example.com", "client:joe", "mailto:joe@example.com", "http://example.com",
      "whatsapp:", "joe"})
  void recipientsThatNoMessageReachesAreRefused(String to) throws Exception {
    assertEquals(21211, code("/Messages.json", "From=%2B15005550006&Body=x", "To", to));
  }

  @ParameterizedTest
  @CsvSource({"Timeout, abc, 21208", "Beep, loud, 20001", "Muted, x, 20001", "MaxParticipants, 1, 20001",
      "MaxParticipants, 251, 20001", "JitterBufferSize, huge, 20001", "ConferenceRecord, x, 20001", "ConferenceTrim, x, 20001",
      "WaitUrl, nowhere, 21609", "WaitMethod, x, 20001", "ConferenceStatusCallbackEvent, x, 21626"})
  void ofParticipantsAreRefused(String name, String value, int code) throws Exception {
    assertEquals(code, code("/Conferences/room/Participants.json", "To=%2B14155550100&From=%2B15005550006", name, value));
  }

  @ParameterizedTest
  @CsvSource({"VoiceMethod, x", "VoiceCallerIdLookup, x", "EmergencyStatus, x", "VoiceReceiveMode, x", "SmsMethod, 1"})
  void ofNumbersAreRefused(String name, String value) throws Exception {
    assertEquals(20001, code("/IncomingPhoneNumbers.json", "AreaCode=415", name, value));
  }

  @ParameterizedTest
  @CsvSource({"VoiceMethod, x", "PublicApplicationConnectEnabled, x", "SmsFallbackMethod, x"})
  void ofApplicationsAreRefused(String name, String value) throws Exception {
    assertEquals(20001, code("/Applications.json", "FriendlyName=x", name, value));
    String sid = Application.creator().create(client).getSid();
    assertEquals(20001, code("/Applications/" + sid + ".json", "FriendlyName=x", name, value));
  }

  @ParameterizedTest
  @CsvSource({"CallDelay, 61, 20001", "CallDelay, x, 20001", "StatusCallbackMethod, x, 20001", "PhoneNumber, tel:+1, 21401"})
  void ofCallerIdsAreRefused(String name, String value, int code) throws Exception {
    assertEquals(code, code("/OutgoingCallerIds.json", name.equals("PhoneNumber") ? "" : "PhoneNumber=%2B14155550177", name,
        value));
  }

  @ParameterizedTest
  @CsvSource({"StickySender, x, 20001", "ValidityPeriod, 36001, 21624", "ScanMessageContent, x, 20001",
      "InboundMethod, x, 20001"})
  void ofMessagingServicesAreRefused(String name, String value, int code) throws Exception {
    assertEquals(code, code("/v1/Services", "FriendlyName=x", name, value));
    String sid = Service.creator("x").create(client).getSid();
    assertEquals(code, code("/v1/Services/" + sid, "", name, value));
  }

  @ParameterizedTest
  @CsvSource({"Page=99999999&PageSize=1000", "Page=2147483647&PageSize=2147483647", "Page=1&PageSize=50", "PageSize=0",
      "Page=0&PageSize=0", "PageSize=-1"})
  void aPageOfAnySizeAndNumberIsThere(String query) {
    send("/Messages.json", MESSAGE, "Body", "y");
    send("/v1/Services", "", "FriendlyName", "y");
    Request request = new Request(HttpMethod.GET, "https://api.twilio.com/2010-04-01/Accounts/" + client.getAccountSid()
        + "/Messages.json?" + query);
    assertEquals(200, client.request(request).getStatusCode());
    Request newer = new Request(HttpMethod.GET, "https://messaging.twilio.com/v1/Services?" + query);
    assertEquals(200, client.request(newer).getStatusCode());
  }

  private static int code(String path, String form, String name, String value) throws Exception {
    Response response = send(path, form, name, value);
    assertEquals(REFUSED, response.getStatusCode(), name + "=" + value);
    return new ObjectMapper().readTree(response.getContent()).path("code").asInt();
  }

  private static Response send(String path, String form, String name, String value) {
    Request request = new Request(HttpMethod.POST, path.startsWith("/v1") ? "https://messaging.twilio.com" + path
        : "https://api.twilio.com/2010-04-01/Accounts/" + client.getAccountSid() + path);
    for (String field : form.isEmpty() ? new String[0] : form.split("&")) {
      String[] parts = field.split("=");
      request.addPostParam(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    request.addPostParam(name, value);
    return client.request(request);
  }
}
