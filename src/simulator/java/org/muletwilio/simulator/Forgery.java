package org.muletwilio.simulator;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A callback that Twilio never sent, to an address that somebody learned. */
public final class Forgery {

  private final CallbackSender sender;
  private Callback callback;
  private CallbackSender.Signer signer = (url, form) -> Optional.empty();
  private Optional<String> json = Optional.empty();
  private String idempotencyToken = CallbackSender.newIdempotencyToken();

  Forgery(CallbackSender sender, Callback callback) {
    this.sender = sender;
    this.callback = callback;
  }

  /** Without a signature: this is so unless something else is asked for. */
  public Forgery withoutSignature() {
    signer = (url, form) -> Optional.empty();
    return this;
  }

  /** With a signature that looks well but is wrong. */
  public Forgery wrongSignature() {
    return signedBy("0".repeat(32));
  }

  /** With this text for a signature. */
  public Forgery signature(String text) {
    signer = (url, form) -> Optional.of(text);
    return this;
  }

  /** Signed rightly with some auth token, the account's own for example. */
  public Forgery signedBy(String authToken) {
    signer = (url, form) -> Optional.of(Signature.of(authToken, url, form));
    return this;
  }

  /** With other fields. */
  public Forgery fields(Form fields) {
    return with(callback.method(), callback.url(), fields);
  }

  /** With JSON in place of fields, and its hash in the address. */
  public Forgery json(String text) {
    json = Optional.of(text);
    return this;
  }

  /** With another method: GET or POST. */
  public Forgery method(String method) {
    return with(method, callback.url(), callback.fields());
  }

  /** To another address, made from the known one. */
  public Forgery url(UnaryOperator<String> change) {
    return with(callback.method(), change.apply(callback.url()), callback.fields());
  }

  private Forgery with(String method, String url, Form fields) {
    callback = new Callback(callback.kind(), callback.resourceSid(), callback.accountSid(), method, url, fields);
    return this;
  }

  /** With the idempotency token of another callback. */
  public Forgery idempotencyToken(String token) {
    idempotencyToken = token;
    return this;
  }

  /** Sends it now and returns what came of it. */
  public CallbackAttempt send() {
    Delivery delivery = json.map(text -> Delivery.ofJson(callback, text)).orElseGet(() -> Delivery.ofFields(callback));
    return sender.send(callback, delivery, idempotencyToken, signer, true);
  }
}
