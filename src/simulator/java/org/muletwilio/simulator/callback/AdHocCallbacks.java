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

  /** Begins a forged callback of the kind, account and address of one that was sent. */
  public Forgery forge(CallbackAttempt known) {
    return new Forgery(sender, known.callback());
  }

  /** Begins a forged callback to an address, a message's status if nothing else is said. */
  public Forgery forge(String url) {
    Form fields = Form.of("AccountSid", accounts.firstSid(), "MessageSid", Sids.next("SM"), "MessageStatus", "delivered");
    return new Forgery(sender, new Callback(Callback.Kind.MESSAGE_STATUS, fields.first("MessageSid").orElseThrow(),
                                            accounts.firstSid(), "POST", url, fields));
  }

  /** Sends a callback once more, as it was and with its idempotency token, and returns what came of it. */
  public CallbackAttempt repeat(CallbackAttempt sent) {
    return sender.send(sent.callback(), sent.idempotencyToken());
  }

  /** Sends JSON to an address, as Event Streams does, and returns what came of it. */
  public CallbackAttempt sendEvent(String url, String json) {
    Callback event = new Callback(Callback.Kind.EVENT, Sids.next("EZ"), accounts.firstSid(), "POST", url, Form.EMPTY);
    return sender.sendJson(event, json);
  }
}
