package org.muletwilio.functional.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.Message;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who holds a subaccount's auth token and has learned an address of the account can't say anything for the account. */
class SubaccountsTest {

  private static final String SUBACCOUNT = "AC" + "5".repeat(32);
  private static final String SUBACCOUNT_TOKEN = "6".repeat(32);
  private static final String NEXT_TOKEN = "next-token-of-the-subaccount";

  private final int port = freePort();
  private final TwilioSimulator simulator = TwilioSimulator.builder().account(ACCOUNT, TOKEN)
      .account(SUBACCOUNT, SUBACCOUNT_TOKEN)
      .pace(Duration.ofMillis(10)).start();

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void aSubaccountsLastStatusNeitherSuppressesTheAccountsNorEndsTheWaitForIt() throws Exception {
    try (EmbeddedMule mule = start("reconcileAfter='2' reconcileAfterUnit='SECONDS'")) {
      mule.run("send", "Hello");
      CallbackAttempt known = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      simulator.faults().drop(1);
      Message message = (Message) mule.run("send", "Lost").payload();
      assertEquals(204, forge(known, message.getSid()));
      FlowRun forged = mule.awaitRun("status", run -> isLast(run, message), SOON);
      assertEquals(SUBACCOUNT, attributes(forged).getAccountSid());
      FlowRun genuine = mule.awaitRun("status", run -> isLast(run, message) && attributes(run).isReconciled(), SOON);
      assertEquals(ACCOUNT, attributes(genuine).getAccountSid());
      assertFalse(attributes(genuine).isOutOfOrder());
    }
  }

  @Test
  void aSubaccountsLastStatusDoesNotMakeTheAccountsLate() throws Exception {
    try (EmbeddedMule mule = start("")) {
      mule.run("send", "Hello");
      CallbackAttempt sent = awaitCallback(simulator, each -> each.field("MessageStatus").equals("sent"));
      awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      String other = "SM" + "a".repeat(32);
      assertEquals(204, forge(sent, other));
      assertEquals(204, simulator.forge(sent).fields(fields(ACCOUNT, other, "sent")).signedBy(TOKEN).send().status());
      FlowRun run = mule.awaitRun("status", each -> other.equals(attributes(each).getResourceSid())
          && "sent".equals(attributes(each).getStatus()), SOON);
      assertFalse(attributes(run).isOutOfOrder());
    }
  }

  /** While its token is rotated, a subaccount signs with either; neither speaks for the account. */
  @Test
  void aSubaccountsTokenIsRotated() throws Exception {
    try (EmbeddedMule mule = start("")) {
      mule.run("send", "Hello");
      CallbackAttempt sent = awaitCallback(simulator, each -> each.field("MessageStatus").equals("sent"));
      for (String token : List.of(SUBACCOUNT_TOKEN, NEXT_TOKEN)) {
        Form own = fields(SUBACCOUNT, "SM" + "b".repeat(32), "sent");
        assertEquals(204, simulator.forge(sent).fields(own).signedBy(token).send().status(), token);
        assertEquals(403, simulator.forge(sent).signedBy(token).send().status(), token);
      }
    }
  }

  private int forge(CallbackAttempt known, String messageSid) {
    return simulator.forge(known).fields(fields(SUBACCOUNT, messageSid, "delivered")).signedBy(SUBACCOUNT_TOKEN).send().status();
  }

  private static Form fields(String accountSid, String messageSid, String status) {
    return Form.of("AccountSid", accountSid, "MessageSid", messageSid, "MessageStatus", status);
  }

  private static boolean isLast(FlowRun run, Message message) {
    return message.getSid().equals(attributes(run).getResourceSid()) && "delivered".equals(attributes(run).getStatus());
  }

  private static CallbackAttributes attributes(FlowRun run) {
    assertTrue(run.attributes() instanceof CallbackAttributes);
    return (CallbackAttributes) run.attributes();
  }

  private EmbeddedMule start(String callbackAttributes) {
    return application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' baseUri='" + simulator.baseUri() + "'><twilio:additional-auth-tokens><twilio:additional-auth-token accountSid='"
        + SUBACCOUNT + "' value='" + NEXT_TOKEN + "'/></twilio:additional-auth-tokens><twilio:subaccount-auth-tokens>"
        + "<twilio:subaccount-auth-token key='" + SUBACCOUNT + "' value='" + SUBACCOUNT_TOKEN
        + "'/></twilio:subaccount-auth-tokens></twilio:connection>"
        + "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "' " + callbackAttributes + "/></twilio:config>"
        + sendFlow() + flow("status")).start();
  }
}
