package org.muletwilio.functional.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;

import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.mule.EmbeddedMule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose signatures are believed: additional auth tokens, rotations and subaccounts. */
class AuthTokensTest extends CredentialsFixture {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "<twilio:subaccount-auth-tokens><twilio:subaccount-auth-token key='SK1' value='x'/></twilio:subaccount-auth-tokens> "
          + "| a key of subaccountAuthTokens is 'SK1'",
      "<twilio:subaccount-auth-tokens><twilio:subaccount-auth-token key='AC1' value='x '/></twilio:subaccount-auth-tokens> "
          + "| the token of AC1 in subaccountAuthTokens starts or ends with a blank",
      "<twilio:additional-auth-tokens><twilio:additional-auth-token value=' x'/></twilio:additional-auth-tokens> "
          + "| one of additionalAuthTokens starts or ends with a blank",
  })
  void badTokensAreRefused(String child, String said) {
    String message = refusal(authToken(TOKEN, child));
    assertTrue(message.contains(said), message);
  }

  @Test
  void additionalTokensNeedTheAuthToken() {
    String message = refusal(apiKey("").replace("/>", ">" + additional("old") + "</twilio:api-key-connection>"));
    assertTrue(message.contains("additionalAuthTokens are given without authToken"), message);
  }

  @Test
  void aRotationLosesNoCallback() throws Exception {
    String callback;
    try (EmbeddedMule mule = start(authToken(TOKEN, ""))) {
      mule.run("send", "Before");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
      callback = delivered().signedUrl();
    }
    String next = "7".repeat(32);
    simulator.rotateAuthToken(ACCOUNT, next);
    try (EmbeddedMule mule = start(authToken(next, additional(TOKEN)))) {
      assertEquals(204, simulator.forge(delivered()).signedBy(next).send().status(), "an old address, signed with the new token");
      assertEquals(204, simulator.forge(delivered()).signedBy(TOKEN).idempotencyToken("other").send().status());
      assertEquals(403, simulator.forge(delivered()).signedBy("8".repeat(32)).send().status());
      mule.run("send", "After");
      String renewed = simulator.awaitCallbacks(all -> all.stream().anyMatch(each -> !each.forged()
          && !each.signedUrl().equals(callback)), SOON).stream().filter(each -> !each.forged()).reduce((a, b) -> b).orElseThrow()
          .signedUrl();
      assertFalse(renewed.equals(callback));
    }
  }

  @Test
  void aSubaccountsCallbacksAreSignedWithItsToken() throws Exception {
    try (EmbeddedMule mule =
        start(authToken(TOKEN, "<twilio:subaccount-auth-tokens><twilio:subaccount-auth-token key='" + SUBACCOUNT
        + "' value='" + SUBACCOUNT_TOKEN + "'/></twilio:subaccount-auth-tokens>"))) {
      mule.run("send", "Hello");
      CallbackAttempt known = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      assertEquals(204, forge(known, SUBACCOUNT, SUBACCOUNT_TOKEN));
      assertEquals(403, forge(known, SUBACCOUNT, TOKEN));
      assertEquals(403, forge(known, ACCOUNT, SUBACCOUNT_TOKEN));
      mule.awaitRun("status", run -> run.payload().toString().contains(SUBACCOUNT), SOON);
    }
  }
}
