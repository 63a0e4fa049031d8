package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.http.HttpAnswer;

import java.time.Instant;
import java.util.Optional;

/**
 * One sending of a callback and what came of it.
 *
 * @param callback what was sent
 * @param number 1, or more where connection overrides asked for a repeat
 * @param idempotencyToken the same for all sendings of one callback
 * @param signedUrl the URL that the signature covers, as the user should see it
 * @param forged whether somebody else than Twilio would have sent it
 * @param at when it was sent
 * @param answer the user's answer, if one came
 * @param failure why none came
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
