package org.muletwilio.simulator.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muletwilio.simulator.TwilioSimulator.DEFAULT_ACCOUNT_SID;

import org.muletwilio.simulator.SdkClient;

import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Message;
import org.junit.jupiter.api.Test;

/** Who may use the API, and with what. */
class AuthenticationTest extends MessageApiFixture {

  @Test
  void refusesStrangers() {
    for (String user : List.of(DEFAULT_ACCOUNT_SID, KEY, "AC" + "9".repeat(32))) {
      TwilioRestClient stranger = SdkClient.of(simulator, user, "wrong");
      assertEquals(401, assertCode(20003, () -> Message.creator(TO, FROM, "x").create(stranger)).getStatusCode());
    }
    assertEquals(List.of(), simulator.messages());
  }

  @Test
  void letsApiKeysIn() {
    TwilioRestClient withKey = SdkClient.of(simulator, KEY, "secret");
    assertEquals(DEFAULT_ACCOUNT_SID, Message.creator(TO, FROM, "x").create(withKey).getAccountSid());
    assertEquals(KEY, simulator.requests().get(0).request().user().orElseThrow());
    assertEquals("Basic", simulator.requests().get(0).request().header("Authorization").orElseThrow());
  }

  @Test
  void letsTheNewTokenInAfterARotation() {
    simulator.rotateAuthToken(DEFAULT_ACCOUNT_SID, "new");
    assertCode(20003, () -> Account.fetcher().fetch(client));
    assertEquals(DEFAULT_ACCOUNT_SID,
                 Account.fetcher().fetch(SdkClient.of(simulator, DEFAULT_ACCOUNT_SID, "new")).getSid());
  }

  @Test
  void fetchesTheAccount() {
    Account account = Account.fetcher().fetch(client);
    assertEquals(DEFAULT_ACCOUNT_SID, account.getSid());
    assertEquals(Account.Status.ACTIVE, account.getStatus());
    assertEquals(Account.Type.FULL, account.getType());
  }
}
