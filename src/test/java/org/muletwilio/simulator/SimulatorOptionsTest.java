package org.muletwilio.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.resource.Stores;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's command line. */
class SimulatorOptionsTest {

  @Test
  void runsAsTold() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String sid = "AC" + "5".repeat(32);
    try (UserServer user = new UserServer();
        TwilioSimulator simulator = Main.start(SimulatorOptions.parse(List.of(
            "--port", "0", "--account-sid", sid, "--auth-token", "hush", "--api-key", "SK1:hush2", "--pace", "1ms",
            "--route", "https://gentle-fox.loca.lt=" + user.url(""), "--outcome", "+14155550100=undelivered:30003",
            "--call", "+14155550101=answered:1,2", "--phone-number", "+14155550150",
            "--shared-key", "https://gentle-fox.loca.lt/=mule:hush4", "--repeat", "1", "--seed", "3", "--api-fault", "429:1",
            "--api-delay", "1ms")),
                                               new PrintStream(printed, true, UTF_8))) {
      PhoneNumber from = new PhoneNumber("+15005550006");
      MessageCreator creator = new MessageCreator(sid, new PhoneNumber("+14155550100"), from, "private text")
          .setStatusCallback(URI.create("https://u:hush3@gentle-fox.loca.lt/x"));
      ApiException refused = assertThrows(ApiException.class, () -> creator.create(SdkClient.of(simulator, sid, "hush")));
      assertEquals(429, refused.getStatusCode());
      creator.create(SdkClient.of(simulator, "SK1", "hush2"));
      simulator.awaitCallbacks(sent -> sent.size() == 4, Duration.ofSeconds(10));
      String text = printed.toString(UTF_8);
      assertTrue(text.startsWith("Twilio simulator on http://127.0.0.1:"), text);
      assertTrue(text.contains(" > POST /2010-04-01/Accounts/" + sid + "/Messages.json 201"), text);
      assertTrue(text.contains(" < message status undelivered SM"), text);
      assertTrue(text.contains(" to https://gentle-fox.loca.lt/x 204"), text);
      assertFalse(text.contains("hush"), text);
      assertFalse(text.contains("private"), text);
    }
  }

  @Test
  void anAccountHasSendersAndServices() {
    String sid = "MG" + "4".repeat(32);
    SimulatorOptions options = SimulatorOptions.parse(List
        .of("--port", "0", "--sender", "rcs:brand", "--messaging-service", sid + "=+14155550150,whatsapp:+14155550151"));
    try (TwilioSimulator simulator = options.builder().start()) {
      options.apply(simulator);
      Stores stores = simulator.core().stores();
      assertEquals(List.of("rcs:brand", "whatsapp:+14155550151"), stores.channelSenders().all().stream()
          .map(one -> one.text("sender_id")).toList());
      assertEquals(List.of("+14155550150"), stores.numbers().all().stream().map(one -> one.text("phone_number")).toList());
      assertEquals(2, stores.senderPools().all().size());
      assertTrue(stores.messagingServices().find(sid).isPresent());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sender +14155550150", "--sender whatsapp:", "--messaging-service Reminders"})
  void whatNoAccountHasIsRefused(String line) {
    SimulatorOptions options = SimulatorOptions.parse(List.of(("--port 0 " + line).split(" ")));
    try (TwilioSimulator simulator = options.builder().start()) {
      assertThrows(IllegalArgumentException.class, () -> options.apply(simulator));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "--unknown 1", "--port", "--port x", "--drop 2", "--route here", "--outcome +1=lost", "--call +1=lost", "--delay 0.5"})
  void refusesWhatItDoesNotUnderstand(String line) {
    assertThrows(IllegalArgumentException.class, () -> SimulatorOptions.parse(List.of(line.split(" "))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--api-key hush", "--shared-key https://a/=hush", "--shared-key hush"})
  void keepsSecretsOutOfErrors(String line) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> SimulatorOptions.parse(List.of(line.split(" "))));
    assertFalse(error.getMessage().contains("hush"));
  }

  @Test
  void explainsItself() {
    assertTrue(SimulatorOptions.parse(List.of("--help")).help());
    assertTrue(SimulatorHelp.TEXT.contains("--port N"));
  }
}
