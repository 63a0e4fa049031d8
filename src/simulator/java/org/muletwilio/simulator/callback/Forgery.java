package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.resource.Form;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A callback that Twilio never sent, to an address that somebody learned. */
public final class Forgery {

  private final CallbackSender sender;
  private Callback callback;
  private CallbackSender.Signer signer = (url, form) -> List.of();
  private Optional<String> json = Optional.empty();
  private String idempotencyToken = CallbackSender.newIdempotencyToken();

  Forgery(CallbackSender sender, Callback callback) {
    this.sender = sender;
    this.callback = callback;
  }

  /** Without a signature: this is so unless something else is asked for. */
  public Forgery withoutSignature() {
    signer = (url, form) -> List.of();
    return this;
  }

  /** With a signature that looks well but is wrong. */
  public Forgery wrongSignature() {
    return signedBy("0".repeat(32));
  }

  /** With this text for a signature. */
  public Forgery signature(String text) {
    signer = (url, form) -> List.of(new Form.Field(Signature.HEADER, text));
    return this;
  }

  /** Signed rightly with some auth token, the account's own for example. */
  public Forgery signedBy(String authToken) {
    signer = (url, form) -> Signature.headers(authToken, url, form);
    return this;
  }

  /** Signed rightly with a shared key. */
  public Forgery signedBySharedKey(String keyName, String secret) {
    signer = (url, form) -> Signature.headers(new SharedKeyRules.SharedKey(keyName, secret), url, form);
    return this;
  }

  /** With these settings of the signature, each in a header of its own, in place of the right ones; to be said after the signer. */
  public Forgery signatureSettings(String... settings) {
    CallbackSender.Signer before = signer;
    signer = (url, form) -> Stream.concat(
        before.sign(url, form).stream().filter(header -> !header.name().equals(Signature.SETTINGS_HEADER)),
        Stream.of(settings).map(each -> new Form.Field(Signature.SETTINGS_HEADER, each))).toList();
    return this;
  }

  /** Signed for another spelling of the address than the one that is called; to be said after the signer. */
  public Forgery signedAs(UnaryOperator<String> spelling) {
    CallbackSender.Signer before = signer;
    signer = (url, form) -> before.sign(spelling.apply(url), form);
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
