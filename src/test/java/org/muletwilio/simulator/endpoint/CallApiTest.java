package org.muletwilio.simulator.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API takes and refuses of calls, as the SDK sees it. */
class CallApiTest {

  private static final PhoneNumber TO = new PhoneNumber("+14155550100");
  private static final PhoneNumber FROM = new PhoneNumber("+15005550006");

  private static final Twiml TWIML = new Twiml("<Response/>");

  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(1)).start();
  private final TwilioRestClient client = SdkClient.of(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({
      "+15005550001, +14155550100, 21212", "+15005550006, +15005550001, 21217", "+15005550006, +15005550002, 21214",
      "+15005550006, +15005550003, 21215", "+15005550006, +15005550004, 21216", "+15005550006, '', 21201",
      "'', +14155550100, 21213"})
  void knowsTheMagicNumbers(String from, String to, int code) {
    assertCode(code, () -> new CallCreator(new PhoneNumber(to), new PhoneNumber(from), TWIML).create(client));
  }

  @Test
  void refusesWhatTwilioWould() {
    assertCode(21205, () -> new CallCreator(TO, FROM, URI.create("ftp://example.com/")).create(client));
    assertCode(21205, () -> new CallCreator(TO, FROM, (URI) null).create(client));
    assertCode(20001, () -> new CallCreator(TO, FROM, new Twiml("x".repeat(4001))).create(client));
    for (String broken : List.of("<Response>", "<Say>Hello</Say>", "Hello", "<Response><Say>A & B</Say></Response>")) {
      assertCode(12100, () -> new CallCreator(TO, FROM, new Twiml(broken)).create(client));
    }
    URI underscore = URI.create("https://a_b.example.com");
    assertCode(21609, () -> new CallCreator(TO, FROM, TWIML).setStatusCallback(underscore).create(client));
    assertCode(21626, () -> new CallCreator(TO, FROM, TWIML).setStatusCallbackEvent(List.of("initiated ringing")).create(client));
    assertCode(21218, () -> new CallCreator(TO, FROM, "AP" + "1".repeat(32)).create(client));
    assertCode(20404, () -> Call.fetcher("CA" + "1".repeat(32)).fetch(client));
  }

  @Test
  void listsCalls() throws Exception {
    String sid = new CallCreator(TO, FROM, TWIML).create(client).getSid();
    simulator.awaitCalls(calls -> calls.get(0).status().equals("completed"), Duration.ofSeconds(20));
    assertEquals(sid, Call.reader().setStatus(Call.Status.COMPLETED).setTo(TO).read(client).iterator().next().getSid());
    assertFalse(Call.reader().setStatus(Call.Status.BUSY).read(client).iterator().hasNext());
  }

  private static void assertCode(int code, Executable executable) {
    assertEquals(code, assertThrows(ApiException.class, executable).getCode());
  }
}
