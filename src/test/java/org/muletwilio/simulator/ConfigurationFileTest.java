package org.muletwilio.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a configuration file sets. */
class ConfigurationFileTest extends SimulatorFiles {

  private static final String ACCOUNT = "AC" + "1".repeat(32);
  private static final String SERVICE = "MG" + "a".repeat(32);

  @Test
  void setsAccountsNumbersServicesAndOutcomes() throws Exception {
    Path file = file("""
        {"pace": "1ms", "strict-urls": true,
         "route": ["https://a.example=http://127.0.0.1:1", "https://b.example=http://127.0.0.1:2"],
         "accounts": [{"accountSid": "%s", "authToken": "secret", "apiKeys": [{"sid": "SK1", "secret": "key"}]}],
         "numbers": [{"phoneNumber": "+14155550150", "smsUrl": "https://a.example/sms"}, {"phoneNumber": "+14155550151"}],
         "messagingServices": [{"sid": "%s", "friendlyName": "Reminders", "phoneNumber": ["+14155550150", "+14155550152"]}],
         "outcomes": [{"kind": "message", "to": "+14155550100", "outcomes": "failed:30003,delivered"},
                      {"kind": "call", "to": "*", "outcomes": "busy"}],
         "optOuts": [{"recipient": "+14155550101", "sender": "+15005550006", "optedOut": true}],
         "faults": {"repeat": 0.5}}""".formatted(ACCOUNT, SERVICE));
    try (TwilioSimulator simulator = start("--config", file.toString())) {
      TwilioRestClient client = SdkClient.of(simulator, ACCOUNT, "secret");
      assertEquals(ACCOUNT, Account.fetcher().fetch(SdkClient.of(simulator, ACCOUNT, "secret")).getSid());
      assertEquals("Reminders", Service.fetcher(SERVICE).fetch(client).getFriendlyName());
      assertEquals(3, simulator.core().stores().numbers().all().size());
      assertEquals(2, simulator.core().stores().senderPools().all().size());
      for (int i = 0; i < 2; i++) {
        Message.creator(TO, FROM, "x").create(client);
      }
      simulator.awaitMessages(all -> all.get(0).status().equals("failed") && all.get(1).status().equals("delivered"), LIMIT);
      Call.creator(new PhoneNumber("+14155550199"), FROM, new Twiml("<Response/>")).create(client);
      simulator.awaitCalls(all -> all.get(0).status().equals("busy"), LIMIT);
      assertEquals(21610, assertThrows(ApiException.class, () -> Message.creator(new PhoneNumber("+14155550101"), FROM, "x")
          .create(client)).getCode());
      assertEquals(21609, assertThrows(ApiException.class, () -> Message.creator(TO, FROM, "x")
          .setStatusCallback(URI.create("http://127.0.0.1/")).create(client)).getCode());
      assertEquals(0.5, simulator.faults().settings().repeat());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{ | Malformed JSON", "{\"pase\": \"1ms\"} | --pase",
      "{\"outcomes\": 1} | outcomes is not a list",
      "{\"numbers\": [{\"phoneNumber\": \"+14155550150\"}, {\"phoneNumber\": \"x\", \"smsURL\": \"y\"}]} | numbers[1]: there is "
      + "no smsURL",
      "{\"outcomes\": [{\"kind\": \"message\", \"to\": \"*\", \"outcomes\": \"lost\"}]} | outcomes[0]: lost is not",
      "{\"accounts\": [{\"accountSid\": \"AC1\"}]} | authToken is missing", "{\"pace\": null} | pace is null",
      "{\"faults\": {\"drop\": null}} | drop is null", "{\"port\": 70000} | --port 70000: A port is from 0 to 65535",
      "{\"port\": \"x\"} | --port x: is not a number", "{\"pace\": 1x} | Malformed JSON",
      "{\"accounts\": [{\"accountSid\": \"AC1\", \"authToken\": \"t\", \"apiKeys\": [1]}]} | apiKeys is not a list of objects"})
  void namesWhatIsWrong(String text, String problem) throws Exception {
    Path file = file(text);
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> {
      try (TwilioSimulator simulator = start("--config", file.toString())) {
        throw new AssertionError("started");
      }
    });
    assertTrue(error.getMessage().contains(problem), error::getMessage);
  }

  @Test
  void isReadAgain() throws Exception {
    Path file = file("{}");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (TwilioSimulator simulator = start("--config", file.toString())) {
      file("{\"faults\": {\"drop\": 1}}");
      Main.readAgain(file, simulator, new PrintStream(printed));
      assertEquals(1, simulator.faults().settings().drop());
      file("{\"faults\": {\"drop\": 2}}");
      Main.readAgain(file, simulator, new PrintStream(printed));
      assertEquals(1, simulator.faults().settings().drop());
      assertTrue(printed.toString().contains("faults[0]: drop is not a number from 0 to 1"), printed::toString);
    }
  }
}
