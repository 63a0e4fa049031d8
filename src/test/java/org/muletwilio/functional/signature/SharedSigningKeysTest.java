package org.muletwilio.functional.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that Twilio signs with a shared key, with each connection. */
class SharedSigningKeysTest {

  private static final String KEY = "SK" + "2".repeat(32);
  private static final String CLIENT = "OQ" + "3".repeat(32);
  private static final String SECRET = "the-secret-of-the-connection";
  private static final String SHARED = "shared-key-1";
  private static final String NEXT = "shared-key-2";
  private static final String SUBACCOUNT = "AC" + "5".repeat(32);
  private static final String SUBACCOUNT_SHARED = "subaccount-shared-key";
  private static final String SETTINGS = "key=KS1,algorithm=HMAC_SHA256";

  private final int port = freePort();
  private final TwilioSimulator simulator = TwilioSimulator.builder().account(ACCOUNT, TOKEN).apiKey(ACCOUNT, KEY, SECRET)
      .apiKey(ACCOUNT, KEY + "9", "another secret").oauthApp(ACCOUNT, CLIENT, SECRET).pace(Duration.ofMillis(10)).start();

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api-key-connection", "oauth-connection", "connection"})
  void eachConnectionTakesWhatASharedKeySigns(String element) throws Exception {
    simulator.sharedKey("http://", "KS1", SHARED);
    try (EmbeddedMule mule = start(connection(element, element.equals("connection"), "", shared(SHARED)))) {
      CallbackAttempt sent = delivered(mule);
      assertEquals(204, sent.status());
      assertEquals(403, simulator.forge(sent).signedBySharedKey("KS1", SHARED).signatureSettings().send().status(),
          "header removed");
      assertEquals(403, simulator.forge(sent).signedBySharedKey("KS1", NEXT).send().status(), "another key");
      assertEquals(403, simulator.forge(sent).signedBy(TOKEN).signatureSettings(SETTINGS).send().status(), "header added");
      assertEquals(403, simulator.forge(sent).signedBy(SHARED).signatureSettings("key=KS1,algorithm=HMAC_SHA1").send().status());
      assertEquals(403, simulator.forge(sent).signedBySharedKey("KS1", SHARED).signatureSettings(SETTINGS, SETTINGS).send()
          .status());
      assertEquals(403, simulator.forge(sent).signedBy(SECRET).send().status(), "the connection's secret signs nothing");
      assertEquals(element.equals("connection") ? 204 : 403, simulator.forge(sent).signedBy(TOKEN).send().status());
      assertEquals(204, simulator.forge(sent).signedBySharedKey("another name", SHARED).send().status());
    }
  }

  @Test
  void sharedKeysOnlyRefusesTheOldWay() throws Exception {
    simulator.sharedKey("http://", "KS1", SHARED);
    try (EmbeddedMule mule = start(connection("connection", true, "sharedKeysOnly='true'", shared(SHARED)))) {
      CallbackAttempt sent = delivered(mule);
      assertEquals(204, sent.status());
      assertEquals(403, simulator.forge(sent).signedBy(TOKEN).send().status());
    }
  }

  /** Step by step as the documentation says: each callback is answered, the addresses from before included. */
  @Test
  void aRotationLosesNoCallback() throws Exception {
    simulator.sharedKey("http://", "KS1", SHARED);
    CallbackAttempt first;
    try (EmbeddedMule mule = start(connection("api-key-connection", false, "", shared(SHARED)))) {
      first = delivered(mule);
    }
    try (EmbeddedMule mule = start(connection("api-key-connection", false, "", shared(NEXT, SHARED)))) {
      assertEquals(204, delivered(mule).status(), "not yet switched at Twilio");
      simulator.sharedKey("http://", "KS2", NEXT);
      assertEquals(204, delivered(mule).status(), "switched at Twilio");
      assertEquals(204, simulator.forge(first).signedBySharedKey("KS2", NEXT).send().status(), "an address from before");
    }
    try (EmbeddedMule mule = start(connection("api-key-connection", false, "", shared(NEXT)))) {
      CallbackAttempt last = delivered(mule);
      assertEquals(204, last.status());
      assertEquals(403, simulator.forge(last).signedBySharedKey("KS1", SHARED).send().status());
      assertEquals(404, simulator.forge(first).signedBySharedKey("KS2", NEXT).send().status(), "made with the key that is gone");
    }
  }

  /** From an auth token to shared keys alone, as the documentation says: what is made on the way outlives the token. */
  @Test
  void theAuthTokenCanGoWithoutLosingAddresses() throws Exception {
    CallbackAttempt first;
    CallbackAttempt second;
    try (EmbeddedMule mule = start(connection("api-key-connection", true, "", shared(SHARED)))) {
      first = delivered(mule);
    }
    simulator.sharedKey("http://", "KS1", SHARED);
    String kept = "<twilio:additional-auth-tokens><twilio:additional-auth-token value='" + TOKEN
        + "'/></twilio:additional-auth-tokens>";
    try (EmbeddedMule mule = start(connection("api-key-connection", false, "sharedKeysOnly='true'", kept + shared(SHARED)))) {
      assertEquals(204, simulator.forge(first).signedBySharedKey("KS1", SHARED).send().status());
      assertEquals(403, simulator.forge(first).signedBy(TOKEN).send().status());
      second = delivered(mule);
      assertEquals(204, second.status());
    }
    try (EmbeddedMule mule = start(connection("api-key-connection", false, "sharedKeysOnly='true'", shared(SHARED)))) {
      assertEquals(204, simulator.forge(second).signedBySharedKey("KS1", SHARED).send().status(), "made without the token");
      assertEquals(404, simulator.forge(first).signedBySharedKey("KS1", SHARED).send().status(), "the token is gone");
    }
  }

  @Test
  void anotherApiKeyLeavesAddressesAsTheyAre() throws Exception {
    simulator.sharedKey("http://", "KS1", SHARED);
    CallbackAttempt first;
    String connection = connection("api-key-connection", false, "", shared(SHARED));
    try (EmbeddedMule mule = start(connection)) {
      first = delivered(mule);
    }
    try (EmbeddedMule mule = start(connection.replace(KEY, KEY + "9").replace(SECRET, "another secret"))) {
      assertEquals(204, simulator.forge(first).signedBySharedKey("KS1", SHARED).send().status());
      assertEquals(204, delivered(mule).status());
    }
  }

  @Test
  void aSubaccountsSharedKeySpeaksForItAlone() throws Exception {
    simulator.sharedKey("http://", "KS1", SHARED);
    String keys = "<twilio:shared-signing-keys><twilio:shared-signing-key value='" + SHARED
        + "'/><twilio:shared-signing-key accountSid='"
        + SUBACCOUNT + "' value='old'/><twilio:shared-signing-key accountSid='" + SUBACCOUNT + "' value='" + SUBACCOUNT_SHARED
        + "'/></twilio:shared-signing-keys>";
    try (EmbeddedMule mule = start(connection("api-key-connection", false, "", keys))) {
      CallbackAttempt sent = delivered(mule);
      Form subaccount = Form.of("AccountSid", SUBACCOUNT, "MessageSid", sent.resourceSid(), "MessageStatus", "delivered");
      assertEquals(204, simulator.forge(sent).fields(subaccount).signedBySharedKey("x", SUBACCOUNT_SHARED).send().status());
      assertEquals(403, simulator.forge(sent).fields(subaccount).signedBySharedKey("x", SHARED).send().status());
      assertEquals(403, simulator.forge(sent).signedBySharedKey("x", SUBACCOUNT_SHARED).send().status());
      mule.awaitRun("status", run -> run.payload().toString().contains(SUBACCOUNT), SOON);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "sharedKeysOnly='true' | | sharedKeysOnly is true, and sharedSigningKeys has no key of the connection's account",
      " | <twilio:shared-signing-key value=''/> | the value of one of sharedSigningKeys is empty",
      " | <twilio:shared-signing-key value='very-secret '/> | the value of one of sharedSigningKeys starts or ends with a blank",
      " | <twilio:shared-signing-key value='#[vars.verySecret]'/> | expression",
      " | <twilio:shared-signing-key value='very-secret' accountSid='SK1'/> | an accountSid in sharedSigningKeys is 'SK1'",
      "sharedKeysOnly='true' | <twilio:shared-signing-key value='very-secret' accountSid='AC55555555555555555555555555555555'/> "
          + "| sharedSigningKeys has no key of the connection's account"})
  void wrongSettingsAreRefusedAtStart(String attributes, String keys, String said) {
    String children = keys == null ? "" : "<twilio:shared-signing-keys>" + keys + "</twilio:shared-signing-keys>";
    String connection = connection("connection", true, attributes == null ? "" : attributes, children);
    String message = assertThrows(ApplicationStartException.class, () -> start(connection).close()).getMessage();
    assertTrue(message.contains(said), message);
    assertFalse(message.contains("very-secret"), message);
  }

  private CallbackAttempt delivered(EmbeddedMule mule) throws Exception {
    mule.run("send", "Hello");
    String sid = simulator.messages().get(simulator.messages().size() - 1).sid();
    return awaitCallback(simulator, each -> each.resourceSid().equals(sid) && each.field("MessageStatus").equals("delivered"));
  }

  private EmbeddedMule start(String connection) {
    return application("<twilio:config name='Twilio'>" + connection + "<twilio:http-callback-config host='127.0.0.1' localPort='"
        + port + "' duplicates='PASS'/></twilio:config>" + sendFlow() + flow("status")).start();
  }

  private String connection(String element, boolean authToken, String attributes, String children) {
    String own = element.equals("oauth-connection") ? "clientId='" + CLIENT + "' clientSecret='" + SECRET + "'"
        : element.equals("api-key-connection") ? "apiKeySid='" + KEY + "' apiKeySecret='" + SECRET + "'" : "";
    return "<twilio:" + element + " accountSid='" + ACCOUNT + "' baseUri='" + simulator.baseUri() + "' " + own + " "
        + (authToken ? "authToken='" + TOKEN + "' " : "") + attributes + ">" + children + "</twilio:" + element + ">";
  }

  private static String shared(String... secrets) {
    StringBuilder keys = new StringBuilder("<twilio:shared-signing-keys>");
    for (String secret : secrets) {
      keys.append("<twilio:shared-signing-key value='").append(secret).append("'/>");
    }
    return keys.append("</twilio:shared-signing-keys>").toString();
  }
}
