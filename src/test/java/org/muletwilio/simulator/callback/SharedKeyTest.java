package org.muletwilio.simulator.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.fuzz.RequestHash;
import org.muletwilio.testkit.fuzz.RequestSignature;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.Test;

/** Signing with shared keys, by the address that is called. */
class SharedKeyTest {

  private static final SharedKeyRules.SharedKey KEY = new SharedKeyRules.SharedKey("k1", "sharedkey-secret-0001");
  /** As Java's server writes the names. */
  private static final String SIGNATURE = "X-twilio-signature";
  private static final String SETTINGS = "X-twilio-webhooks-signature-settings";
  private static final String URL = "https://example.com/twilio/a/b";

  @Test
  void makesTheSignaturesOfAnotherHmac() {
    Form form = Form.of("MessageStatus", "delivered", "From", "+15005550006", "MessageSid", "SM00000000000000000000000000000001");
    assertEquals(List.of(new Form.Field("X-Twilio-Signature", "Es7T+6NPOcUIAW4oYouRT7VfByJaqTH+Xf4MNd7BFYg="),
        new Form.Field("X-Twilio-Webhooks-Signature-Settings", "key=k1,algorithm=HMAC_SHA256")),
        Signature.headers(KEY, URL + "?x=1", form));
    assertEquals("65/BUHSumH9+x4xBsUbdF9wvPckX76NrRcUInMhqXtg=",
        Signature.headers(KEY, URL + "?bodySHA256=" + RequestHash.sha256("{\"CallSid\":\"CA1\"}"), Form.EMPTY).get(0).value());
  }

  @Test
  void theLongestPrefixWins() {
    SharedKeyRules rules = new SharedKeyRules();
    rules.add("https://a.example.com/", KEY);
    rules.add("https://a.example.com/x", new SharedKeyRules.SharedKey("k2", "other"));
    assertEquals("k1", rules.of("https://a.example.com/y").orElseThrow().name());
    assertEquals("k2", rules.of("https://a.example.com/xy").orElseThrow().name());
    assertTrue(rules.of("https://b.example.com/x").isEmpty());
    rules.remove("https://a.example.com/x");
    assertEquals("k1", rules.of("https://a.example.com/xy").orElseThrow().name());
    assertFalse(KEY.toString().contains("secret"));
  }

  @Test
  void callbacksToThePrefixAreSignedSo() throws Exception {
    try (UserServer user = new UserServer(); TwilioSimulator simulator = TwilioSimulator.builder().start()) {
      simulator.sharedKey(user.url("/shared"), "k1", "secret 1");
      UserServer.Received shared = sent(simulator, user, "/shared/a");
      assertEquals("key=k1,algorithm=HMAC_SHA256", shared.header(SETTINGS));
      assertEquals(RequestSignature.sha256("secret 1", RequestSignature.signed(user.url("/shared/a"), shared.body())),
          shared.header(SIGNATURE));
      UserServer.Received other = sent(simulator, user, "/other");
      assertEquals("", other.header(SETTINGS));
      assertEquals(RequestSignature.sha1(TwilioSimulator.DEFAULT_AUTH_TOKEN,
          RequestSignature.signed(user.url("/other"), other.body())), other.header(SIGNATURE));
      simulator.removeSharedKey(user.url("/shared"));
      assertEquals("", sent(simulator, user, "/shared/b").header(SETTINGS));
    }
  }

  /** @return a callback to the address */
  private static UserServer.Received sent(TwilioSimulator simulator, UserServer user, String path) throws Exception {
    new MessageCreator(simulator.accountSid(), new PhoneNumber("+14155550100"), new PhoneNumber("+15005550006"), "Hello")
        .setStatusCallback(URI.create(user.url(path)))
        .create(SdkClient.of(simulator, simulator.accountSid(), TwilioSimulator.DEFAULT_AUTH_TOKEN));
    simulator.awaitCallbacks(all -> all.stream().anyMatch(each -> each.callback().url().endsWith(path)), Duration.ofSeconds(10));
    return user.received().stream().filter(each -> each.target().equals(path)).findFirst().orElseThrow();
  }
}
