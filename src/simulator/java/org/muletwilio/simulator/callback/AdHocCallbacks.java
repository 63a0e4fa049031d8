package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.api.Accounts;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Sids;

import java.util.Optional;

/** Callbacks that are sent when a user asks for them: forged ones, repeats, edited ones, samples of any kind, and events. */
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
    return sender.send(event.withJson(json), CallbackSender.newIdempotencyToken());
  }

  /**
   * Sends a callback that was sent before to another address or with other fields, signed for them and with an idempotency token
   * of its own, and returns what came of it.
   */
  public CallbackAttempt resend(CallbackAttempt sent, String method, String url, Form fields) {
    return sender.send(sent.callback().with(method, url, fields), CallbackSender.newIdempotencyToken());
  }

  /** Sends JSON that was sent before to another address or with other content, signed for it. */
  public CallbackAttempt resendJson(CallbackAttempt sent, String url, String json) {
    Callback before = sent.callback();
    return sender.send(before.with(before.method(), url, before.fields()).withJson(json), CallbackSender.newIdempotencyToken());
  }

  /**
   * Sends a callback that nothing happened for, as Twilio would send it, and returns what came of it.
   *
   * @param status in place of the usual one of its kind
   * @param fields those that replace or extend the usual ones
   */
  public CallbackAttempt trigger(Callback.Kind kind, String method, String url, Optional<String> status, Form fields) {
    SampleFields samples = new SampleFields(accounts.firstSid());
    Form all = samples.of(kind, status).overridden(fields);
    Callback sample = new Callback(kind, samples.sidOf(kind, all), accounts.firstSid(), method, url, all);
    boolean json = kind == Callback.Kind.EVENT;
    return sender.send(json ? sample.with("POST", url, Form.EMPTY).withJson(samples.event(all)) : sample,
                       CallbackSender.newIdempotencyToken());
  }

  /** A command for a shell that sends a callback once more, signed, where it went. */
  public String curl(CallbackAttempt sent) {
    return new CurlCommand(sender).of(sent);
  }
}
