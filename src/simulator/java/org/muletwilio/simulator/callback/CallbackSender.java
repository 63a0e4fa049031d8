package org.muletwilio.simulator.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.simulator.api.Accounts;
import org.muletwilio.simulator.http.CallbackUrl;
import org.muletwilio.simulator.http.HttpAnswer;
import org.muletwilio.simulator.http.HttpSender;
import org.muletwilio.simulator.http.Overrides;
import org.muletwilio.simulator.http.Routes;
import org.muletwilio.simulator.http.SendException;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Journal;

import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends a callback as Twilio does: signed, with its connection overrides, and retried within their time limit. */
public final class CallbackSender {

  /** Makes the headers that sign a request, or none. */
  interface Signer {

    List<Form.Field> sign(String url, Form form);
  }

  private final Accounts accounts;
  private final SharedKeyRules sharedKeys;
  private final Routes routes;
  private final HttpSender http;
  private final Journal<CallbackAttempt> journal;
  private final SendGate gate = new SendGate();

  public CallbackSender(Accounts accounts, SharedKeyRules sharedKeys, Routes routes, HttpSender http,
                        Journal<CallbackAttempt> journal) {
    this.accounts = accounts;
    this.sharedKeys = sharedKeys;
    this.routes = routes;
    this.http = http;
    this.journal = journal;
  }

  /** The gate that every callback passes. */
  public SendGate gate() {
    return gate;
  }

  public static String newIdempotencyToken() {
    return UUID.randomUUID().toString();
  }

  /** Sends a callback as its account signs it, and returns the last attempt. */
  public CallbackAttempt send(Callback callback, String idempotencyToken) {
    return send(callback, Delivery.of(callback), idempotencyToken, signerOf(callback), false);
  }

  /** Sends a callback whose answer is awaited for a time only, and returns the last attempt. */
  public CallbackAttempt ask(Callback callback, Duration limit) {
    return send(callback, Delivery.of(callback), newIdempotencyToken(), signerOf(callback), false, Overrides.DEFAULT
        .within(limit));
  }

  /** Where a callback's address leads to, if anywhere. */
  Optional<Routes.Destination> destination(CallbackUrl url) {
    return routes.of(url);
  }

  /** Posts JSON to a callback's URL, as Event Streams does, and returns the last attempt. */
  public CallbackAttempt sendJson(Callback callback, String json) {
    return send(callback.withJson(json), newIdempotencyToken());
  }

  /** Signs with the shared key of the callback's address, or else with the auth token of its account. */
  Signer signerOf(Callback callback) {
    Optional<SharedKeyRules.SharedKey> sharedKey = sharedKeys.of(callback.url());
    if (sharedKey.isPresent()) {
      return (url, form) -> Signature.headers(sharedKey.get(), url, form);
    }
    String token = accounts.authToken(callback.accountSid());
    return (url, form) -> Signature.headers(token, url, form);
  }

  /** Sends a callback with any signature, and returns the last attempt. */
  public CallbackAttempt send(Callback callback, Delivery delivery, String idempotencyToken, Signer signer, boolean forged) {
    return send(callback, delivery, idempotencyToken, signer, forged,
                delivery.url().fragment().map(Overrides::parse).orElse(Overrides.DEFAULT));
  }

  private CallbackAttempt send(Callback callback, Delivery delivery, String idempotencyToken, Signer signer, boolean forged,
                               Overrides overrides) {
    CallbackUrl called = delivery.url();
    String signedUrl = called.signed(callback.kind().voice());
    List<Form.Field> signature = signer.sign(signedUrl, delivery.signed());
    HttpSender.Request request =
        new HttpSender.Request(callback.method(), headers(delivery, idempotencyToken, signature), delivery.body());
    long end = System.nanoTime() + overrides.total().toNanos();
    for (int number = 1;; number++) {
      Instant at = Instant.now();
      Outcome outcome = attempt(called, request, overrides, end);
      CallbackAttempt attempt = new CallbackAttempt(callback, number, idempotencyToken, signedUrl, forged, at, outcome.answer,
                                                    outcome.failure);
      journal.add(attempt);
      boolean late = end - System.nanoTime() < 1_000_000;
      if (number > overrides.retries() || !overrides.retried().contains(outcome.reason) || late) {
        return attempt;
      }
    }
  }

  /** A response or a failure, and whether it is a reason to retry. */
  private record Outcome(Optional<HttpAnswer> answer, Optional<String> failure, Overrides.Retried reason) {
  }

  private Outcome attempt(CallbackUrl url, HttpSender.Request request, Overrides overrides, long end) {
    if (!gate.enter()) {
      return new Outcome(Optional.empty(), Optional.of("The simulator sends no more callbacks"), Overrides.Retried.NONE);
    }
    try {
      Routes.Destination to = routes.of(url)
          .orElseThrow(() -> new SendException(Overrides.Retried.CONNECT, "No route to " + url.authority()));
      Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
      HttpAnswer answer =
          http.send(to, url.host(), request, shorter(overrides.connect(), left), shorter(overrides.read(), left));
      return new Outcome(Optional.of(answer), Optional.empty(), reason(answer.status()));
    } catch (SendException e) {
      return new Outcome(Optional.empty(), Optional.of(e.getMessage()), e.reason());
    } finally {
      gate.leave();
    }
  }

  private static Overrides.Retried reason(int status) {
    if (status >= 500) {
      return Overrides.Retried.STATUS_5XX;
    }
    return status >= 400 ? Overrides.Retried.STATUS_4XX : Overrides.Retried.NONE;
  }

  static List<Form.Field> headers(Delivery delivery, String idempotencyToken, List<Form.Field> signature) {
    CallbackUrl url = delivery.url();
    List<Form.Field> headers = new ArrayList<>();
    headers.add(new Form.Field("Host", url.authority()));
    headers.add(new Form.Field("User-Agent", "TwilioProxy/1.1"));
    headers.add(new Form.Field("Accept", "*/*"));
    headers.add(new Form.Field("I-Twilio-Idempotency-Token", idempotencyToken));
    headers.addAll(signature);
    url.userinfo().ifPresent(value -> headers.add(new Form.Field("Authorization", basic(value))));
    delivery.contentType().ifPresent(value -> headers.add(new Form.Field("Content-Type", value)));
    return headers;
  }

  private static String basic(String userinfo) {
    String plain = URLDecoder.decode(userinfo.replace("+", "%2B"), UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString((plain.contains(":") ? plain : plain + ":").getBytes(UTF_8));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
