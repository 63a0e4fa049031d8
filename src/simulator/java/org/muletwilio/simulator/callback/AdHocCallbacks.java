package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.api.Accounts;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Sids;

/** Callbacks that are sent when a user asks for them: forged ones, repeats, and events. */
public final class AdHocCallbacks {

  private final Accounts accounts;
  private final CallbackSender sender;

  public AdHocCallbacks(Accounts accounts, CallbackSender sender) {
    this.accounts = accounts;
    this.sender = sender;
  }

  /** Prepares a forged callback with the kind, account and URL of one that was sent. */
  public Forgery forge(CallbackAttempt known) {
    return new Forgery(sender, known.callback());
  }

  /** Prepares a forged callback to a URL; by default it reports the status of a message. */
  public Forgery forge(String url) {
    Form fields = Form.of("AccountSid", accounts.firstSid(), "MessageSid", Sids.next("SM"), "MessageStatus", "delivered");
    return new Forgery(sender, new Callback(Callback.Kind.MESSAGE_STATUS, fields.first("MessageSid").orElseThrow(),
                                            accounts.firstSid(), "POST", url, fields));
  }

  /** Sends a callback again, unchanged and with the same idempotency token, and returns the attempt. */
  public CallbackAttempt repeat(CallbackAttempt sent) {
    return sender.send(sent.callback(), sent.idempotencyToken());
  }

  /** Posts JSON to a URL, as Event Streams does, and returns the attempt. */
  public CallbackAttempt sendEvent(String url, String json) {
    Callback event = new Callback(Callback.Kind.EVENT, Sids.next("EZ"), accounts.firstSid(), "POST", url, Form.EMPTY);
    return sender.sendJson(event, json);
  }
}
