package org.muletwilio.functional.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.log.LogLines;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.Map;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Addresses that somebody else has set, or another thing of the account's takes: refused, overwritten and put back as is wanted.
 */
@ExpectedErrors({"can't start", "both want", "can't register", "Failed to connect/reconnect"})
class ForeignAddressTest extends SourceFixture {

  private static final String FOREIGN = "https://somebody:password@else.example.com/sms?key=secret";

  @Test
  void somebodyElsesAddressIsRefusedWithoutItsSecrets() throws Exception {
    setNumber("SmsUrl", FOREIGN);
    String message = assertThrows(ApplicationStartException.class, () -> start(source("answer", ""))).getMessage();
    assertTrue(message.contains("flow 'answer' (config 'Twilio')"), message);
    assertTrue(message.contains("the SMS URL of number " + NUMBER
               + " is https://else.example.com/sms, which this config has not made"), message);
    assertTrue(message.contains("overwrite=\"true\""), message);
    assertFalse(message.contains("password") || message.contains("secret"), message);
    assertEquals(FOREIGN, smsUrl());
  }

  @Test
  void somebodyElsesAddressIsAWarningWhereThatIsWanted() throws Exception {
    setNumber("SmsUrl", FOREIGN);
    try (LogLines log = LogLines.of("org.muletwilio", Level.WARN);
        EmbeddedMule mule = start(source("answer", "onConflict='WARN'"))) {
      assertEquals(FOREIGN, smsUrl());
      assertEquals(1, log.with("starts, but Twilio does not call it: the SMS URL of number").size(), log.all().toString());
    }
  }

  @Test
  void somebodyElsesAddressIsOverwrittenAndPutBackWhereThatIsWanted() throws Exception {
    setNumber("SmsUrl", FOREIGN);
    setNumber("SmsMethod", "GET");
    try (EmbeddedMule mule = start(source("answer", "overwrite='true' onStop='RESTORE'"))) {
      assertAnswered(mule, "answer");
    }
    assertEquals(FOREIGN, smsUrl());
    assertEquals("GET", number().path("sms_method").asText());
  }

  @Test
  void whatSomebodyHasChangedSinceIsNotPutBack() throws Exception {
    try (EmbeddedMule mule = start(source("answer", "onStop='RESTORE'"))) {
      setNumber("SmsUrl", FOREIGN);
    }
    assertEquals(FOREIGN, smsUrl());
  }

  @Test
  void anApplicationWinsOverTheNumbersAddress() throws Exception {
    setNumber("SmsApplicationSid", account.createApplication(Map.of("FriendlyName", "hotline")).path("sid").asText());
    String message = assertThrows(ApplicationStartException.class, () -> start(source("answer", ""))).getMessage();
    assertTrue(message.contains("Twilio would not call the SMS URL of number " + NUMBER + ": the number leaves its messages to "
        + "application AP"), message);
    assertEquals("", smsUrl());
  }

  @Test
  void aTrunkWinsOverTheNumbersVoiceAddress() throws Exception {
    setNumber("TrunkSid", "TK" + "0".repeat(32));
    String message = assertThrows(ApplicationStartException.class, () -> start("<flow name='call'><twilio:on-call "
        + "config-ref='Twilio' phoneNumber='" + NUMBER + "'/><logger level='DEBUG' message='in'/></flow>")).getMessage();
    assertTrue(message.contains("the SIP trunk TK" + "0".repeat(32) + " takes the number's calls"), message);
  }

  /** Twilio gives it to every number that is bought. */
  @Test
  void theAddressOfTwiliosDemoIsReplacedAndPutBack() throws Exception {
    String demo = "https://demo.twilio.com/welcome/sms/reply/";
    setNumber("SmsUrl", demo);
    try (EmbeddedMule mule = start(source("answer", "onStop='RESTORE'"))) {
      assertAnswered(mule, "answer");
    }
    assertEquals(demo, smsUrl());
    setNumber("SmsUrl", "https://demo.twilio.com.example.com/");
    assertThrows(ApplicationStartException.class, () -> start(source("answer", "")));
  }

  /** An address that the config can have made is its own, whatever stands around the path; another path is somebody else's. */
  @Test
  void addressesOfEveryShapeAreToldApart() throws Exception {
    start(source("answer", "")).close();
    String own = smsUrl();
    String path = own.substring(own.indexOf("/twilio/"), own.indexOf('#'));
    for (String url : new String[] {"https://OLD.ngrok.app" + path, "http://localhost:1" + path,
        own.substring(0, own.indexOf('#')) + "#rc=1",
        "https://user:secret@old.example.com" + path, "https://old.example.com" + path + "&more=1"}) {
      setNumber("SmsUrl", url);
      start(source("answer", "")).close();
      assertEquals(own, smsUrl(), url);
    }
    String plain = path.substring(0, path.indexOf('?'));
    for (String url : new String[] {"https://old.example.com" + plain + "/", "https://old.example.com/" + plain,
        "https://old.example.com" + plain.replace("/Twilio/", "/Other/"), "https://old.example.com"
        + plain.replace("/twilio/", "/TWILIO/"),
        "https://old.example.com" + plain.replace("inbound-message", "call-status"), "https://old.example.com/?" + plain}) {
      setNumber("SmsUrl", url);
      assertThrows(ApplicationStartException.class, () -> start(source("answer", "")), url);
      assertEquals(url, smsUrl());
    }
  }
}
