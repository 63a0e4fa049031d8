package org.muletwilio.internal.callback.forgery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.Draft;
import org.muletwilio.internal.callback.ReceiverFixture;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Who holds a subaccount's auth token speaks for that subaccount, and says nothing of what the account's own callbacks say. */
class SubaccountCallbacksTest {

  private static final String MESSAGE = "SM" + "1".repeat(32);
  private static final String ACCOUNT = "AC" + "1".repeat(32);

  @Test
  void aSubaccountsStatusSuppressesNoneOfTheAccount() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false, DuplicateHandling.SUPPRESS);
    assertEquals(204, status(fixture, ReceiverFixture.SUBACCOUNT, ReceiverFixture.SUBACCOUNT_SECRET));
    assertEquals(204, status(fixture, ReceiverFixture.SUBACCOUNT, ReceiverFixture.SUBACCOUNT_SECRET));
    assertEquals(1, fixture.runs());
    assertEquals(204, status(fixture, ACCOUNT, ReceiverFixture.SECRET));
    assertEquals(2, fixture.runs());
    assertEquals(204, status(fixture, ACCOUNT, ReceiverFixture.SECRET));
    assertEquals(2, fixture.runs());
  }

  @Test
  void aSubaccountsIdempotencyTokenSuppressesNoneOfTheAccount() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false, DuplicateHandling.SUPPRESS);
    for (int round = 0; round < 2; round++) {
      for (String account : List.of(ReceiverFixture.SUBACCOUNT, ACCOUNT)) {
        Draft draft = Draft.form("AccountSid", account, "Body", "x");
        draft.headers.addAll(List.of("I-Twilio-Idempotency-Token", "the same"));
        draft.signFormWith(account.equals(ACCOUNT) ? ReceiverFixture.SECRET : ReceiverFixture.SUBACCOUNT_SECRET);
        assertEquals(204, fixture.handle(draft.request()).get(0).getStatusCode());
      }
    }
    assertEquals(2, fixture.runs());
  }

  @Test
  void aSubaccountInTheAddressSignsNoJson() throws Exception {
    ReceiverFixture fixture = new ReceiverFixture(false);
    Draft draft = Draft.json();
    draft.target += "&AccountSid=" + ReceiverFixture.SUBACCOUNT;
    draft.signAddressWith(ReceiverFixture.SUBACCOUNT_SECRET);
    assertEquals(403, fixture.handle(draft.request()).get(0).getStatusCode());
    assertEquals(0, fixture.runs());
  }

  private static int status(ReceiverFixture fixture, String account, String secret) {
    Draft draft = Draft.form("AccountSid", account, "MessageSid", MESSAGE, "MessageStatus", "delivered");
    draft.signFormWith(secret);
    return fixture.handle(draft.request()).get(0).getStatusCode();
  }
}
