package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.resource.Form;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A forged callback: Twilio did not send it. */
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

  /** Leaves the signature out; the default. */
  public Forgery withoutSignature() {
    signer = (url, form) -> List.of();
    return this;
  }

  /** Sends a well-formed signature that is wrong. */
  public Forgery wrongSignature() {
    return signedBy("0".repeat(32));
  }

  /** Sends this text as the signature. */
  public Forgery signature(String text) {
    signer = (url, form) -> List.of(new Form.Field(Signature.HEADER, text));
    return this;
  }

  /** Signs correctly with an auth token, such as the account's own. */
  public Forgery signedBy(String authToken) {
    signer = (url, form) -> Signature.headers(authToken, url, form);
    return this;
  }

  /** Signs correctly with a shared key. */
  public Forgery signedBySharedKey(String keyName, String secret) {
    signer = (url, form) -> Signature.headers(new SharedKeyRules.SharedKey(keyName, secret), url, form);
    return this;
  }

  /** Replaces the headers with the signature's settings, one header for each value; call it after the signer is set. */
  public Forgery signatureSettings(String... settings) {
    CallbackSender.Signer before = signer;
    signer = (url, form) -> Stream.concat(
        before.sign(url, form).stream().filter(header -> !header.name().equals(Signature.SETTINGS_HEADER)),
        Stream.of(settings).map(each -> new Form.Field(Signature.SETTINGS_HEADER, each))).toList();
    return this;
  }

  /** Signs another spelling of the URL than the one that is called; call it after the signer is set. */
  public Forgery signedAs(UnaryOperator<String> spelling) {
    CallbackSender.Signer before = signer;
    signer = (url, form) -> before.sign(spelling.apply(url), form);
    return this;
  }

  /** Sends other fields. */
  public Forgery fields(Form fields) {
    return with(callback.method(), callback.url(), fields);
  }

  /** Sends JSON in place of fields, with its hash in the URL. */
  public Forgery json(String text) {
    json = Optional.of(text);
    return this;
  }

  /** Uses another method: GET or POST. */
  public Forgery method(String method) {
    return with(method, callback.url(), callback.fields());
  }

  /** Goes to another URL, made from the known one. */
  public Forgery url(UnaryOperator<String> change) {
    return with(callback.method(), change.apply(callback.url()), callback.fields());
  }

  private Forgery with(String method, String url, Form fields) {
    callback = callback.with(method, url, fields);
    return this;
  }

  /** Carries the idempotency token of another callback. */
  public Forgery idempotencyToken(String token) {
    idempotencyToken = token;
    return this;
  }

  /** Sends it and returns the attempt. */
  public CallbackAttempt send() {
    Delivery delivery = json.map(text -> Delivery.ofJson(callback, text)).orElseGet(() -> Delivery.of(callback));
    return sender.send(callback, delivery, idempotencyToken, signer, true);
  }
}
