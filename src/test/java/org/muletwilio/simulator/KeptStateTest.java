package org.muletwilio.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.storage.StoredFile;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Transcription;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.verify.v2.service.Verification;
import com.twilio.type.Twiml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a state file keeps from run to run. */
class KeptStateTest extends SimulatorFiles {

  private static final String TRANSCRIPTION = "TR" + "a".repeat(32);

  @Test
  void resourcesWithoutAStoreOfTheirOwnAreKeptToo() throws Exception {
    String state = folder.resolve("state.json").toString();
    String sid;
    String verification;
    try (TwilioSimulator simulator = start("--state", state)) {
      TwilioRestClient client = SdkClient.of(simulator);
      sid = com.twilio.rest.verify.v2.Service.creator("Shop").setCodeLength(5).create(client).getSid();
      verification = Verification.creator(sid, "+14155550100", "sms").create(client).getSid();
      assertTrue(Transcription.deleter(TRANSCRIPTION).delete(client), "there from the beginning");
    }
    try (TwilioSimulator simulator = start("--state", state)) {
      TwilioRestClient client = SdkClient.of(simulator);
      com.twilio.rest.verify.v2.Service service = com.twilio.rest.verify.v2.Service.fetcher(sid).fetch(client);
      assertEquals("Shop", service.getFriendlyName());
      assertEquals(5, service.getCodeLength());
      assertEquals(404, assertThrows(ApiException.class, () -> Verification.fetcher(sid, verification).fetch(client))
          .getStatusCode(),
                   "its code has expired");
      assertEquals(404, assertThrows(ApiException.class, () -> Transcription.deleter(TRANSCRIPTION).delete(client))
          .getStatusCode());
      assertTrue(Files.readString(Path.of(state)).contains(sid));
    }
  }

  @Test
  void stateIsKeptFromRunToRun() throws Exception {
    String state = folder.resolve("state.json").toString();
    String sid;
    try (TwilioSimulator simulator = start("--state", state, "--pace", "1ms", "--phone-number", "+14155550150",
                                           "--outcome", "+14155550100=failed:30003,read")) {
      sid = Message.creator(TO, FROM, "Grüße \"& 😀\"").create(SdkClient.of(simulator)).getSid();
      simulator.awaitMessages(all -> all.get(0).status().equals("failed"), LIMIT);
      Call.creator(TO, FROM, new Twiml("<Response><Pause length='100000'/></Response>")).create(SdkClient.of(simulator));
      simulator.awaitCalls(all -> all.get(0).status().equals("in-progress"), LIMIT);
    }
    try (TwilioSimulator simulator = start("--state", state, "--pace", "1ms", "--phone-number", "+14155550150")) {
      TwilioRestClient client = SdkClient.of(simulator);
      Message message = Message.fetcher(sid).fetch(client);
      assertEquals("Grüße \"& 😀\"", message.getBody());
      assertEquals(30003, message.getErrorCode());
      assertEquals(1, simulator.core().stores().numbers().all().size());
      assertEquals("failed", simulator.calls().get(0).status());
      Message.creator(TO, FROM, "x").create(client);
      simulator.awaitMessages(all -> all.get(1).status().equals("read"), LIMIT);
    }
    Files.writeString(Path.of(state), "nonsense");
    assertThrows(IllegalArgumentException.class, () -> start("--state", state));
  }

  @Test
  void scheduledMessagesAreSentAfterARestartAndFilesAreThere() throws Exception {
    String state = folder.resolve("state.json").toString();
    String address = "http://127.0.0.1:1/status";
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0};
    String sid;
    try (TwilioSimulator simulator = start("--state", state, "--pace", "1ms", "--phone-number", "+14155550150")) {
      TwilioRestClient client = SdkClient.of(simulator);
      String service = Service.creator("Reminders").create(client).getSid();
      com.twilio.rest.messaging.v1.service.PhoneNumber
          .creator(service, IncomingPhoneNumber.reader().read(client).iterator().next().getSid()).create(client);
      sid = Message.creator(TO, service, "Later")
          .setSendAt(ZonedDateTime.now().plusHours(1)).setScheduleType(Message.ScheduleType.FIXED)
          .setStatusCallback(URI.create(address)).setMediaUrl(URI.create("https://example.com/a.png")).create(client).getSid();
      simulator.core().files().put(sid + "/ME1", new StoredFile("image/png", picture));
    }
    try (TwilioSimulator simulator = start("--state", state, "--pace", "1ms")) {
      assertEquals("scheduled", Message.fetcher(sid).fetch(SdkClient.of(simulator)).getStatus().toString());
      assertEquals(List.of("https://example.com/a.png"), simulator.core().messageLifecycle().mediaOf(sid));
      StoredFile file = simulator.core().files().find(sid + "/ME1").orElseThrow();
      assertEquals("image/png", file.contentType());
      assertArrayEquals(picture, file.bytes());

      simulator.advance(Duration.ofHours(2));

      simulator.awaitMessages(all -> all.get(0).status().equals("delivered"), LIMIT);
      simulator.awaitCallbacks(all -> all.stream().anyMatch(one -> one.resourceSid().equals(sid)
          && one.callback().address().equals(address)), LIMIT);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{\"messages\": []} | messages is not an object",
      "{\"calls\": {\"CA1\": 5}} | calls.CA1 is not an object", "{\"outcomes\": \"x\"} | outcomes is not a list",
      "{\"opt-outs\": [1]} | opt-outs is not an object",
      "{\"message-settings\": {\"SM1\": {\"sendAt\": \"soon\"}}} | sendAt is not a date: soon"})
  void namesWhatIsWrongWithAState(String text, String problem) throws Exception {
    Path state = Files.writeString(folder.resolve("state.json"), text);
    String message = assertThrows(IllegalArgumentException.class, () -> start("--state", state.toString())).getMessage();
    assertTrue(message.contains(problem), message);
  }

  @Test
  void aStateThatCannotBeWrittenIsTold() throws Exception {
    Path gone = folder.resolve("gone");
    assertTrue(assertThrows(IllegalArgumentException.class, () -> start("--state", gone.resolve("state.json").toString()))
        .getMessage().contains("there is no folder " + gone.toAbsolutePath()));

    Files.createDirectory(gone);
    try (TwilioSimulator simulator = start("--state", gone.resolve("state.json").toString())) {
      Files.delete(gone);
      HttpRequest save = HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/simulator/save"))
          .header("X-Requested-With", "x").POST(HttpRequest.BodyPublishers.noBody()).build();
      HttpResponse<String> answer = HttpClient.newHttpClient().send(save, HttpResponse.BodyHandlers.ofString());
      assertEquals(500, answer.statusCode());
      assertTrue(answer.body().startsWith("{\"error\":\"The state can't be written to "), answer::body);
      Files.createDirectory(gone);
    }
  }
}
