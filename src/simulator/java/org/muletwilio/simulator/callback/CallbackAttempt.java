package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.http.HttpAnswer;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to send a callback, and its outcome.
 *
 * @param callback what was sent
 * @param number 1 for the first attempt; more where connection overrides ask for retries
 * @param idempotencyToken the same for all attempts of one callback
 * @param signedUrl the URL that the signature covers, as the user should see it
 * @param forged whether it stands for a request that Twilio did not send
 * @param at when it was sent
 * @param answer the response, if there was one
 * @param failure why there was no response
 */
public record CallbackAttempt(Callback callback, int number, String idempotencyToken, String signedUrl, boolean forged,
    Instant at, Optional<HttpAnswer> answer, Optional<String> failure) {

  public Callback.Kind kind() {
    return callback.kind();
  }

  public String resourceSid() {
    return callback.resourceSid();
  }

  /** The first value of a field, or an empty text. */
  public String field(String name) {
    return callback.fields().first(name).orElse("");
  }

  /** The status of the answer, or 0 if none came. */
  public int status() {
    return answer.map(HttpAnswer::status).orElse(0);
  }

  public boolean successful() {
    return answer.map(HttpAnswer::successful).orElse(false);
  }
}
