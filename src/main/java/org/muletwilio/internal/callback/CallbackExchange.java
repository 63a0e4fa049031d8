package org.muletwilio.internal.callback;

import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request that has been admitted. It keeps its place until its flow ends, even where it is answered before. Thread-safe. */
final class CallbackExchange {

  private final HttpResponseReadyCallback response;
  private final ConcurrencyLimit limit;
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean left = new AtomicBoolean();
  private volatile boolean bodyRead;

  /**
   * @param response takes the answer
   * @param limit has given a place to the request
   */
  CallbackExchange(HttpResponseReadyCallback response, ConcurrencyLimit limit) {
    this.response = response;
    this.limit = limit;
  }

  /** Says that nothing of the request is on its way any more, so that the connection can take another one. */
  void bodyIsRead() {
    bodyRead = true;
  }

  /** Answers, and goes on. Does nothing where the request has been answered. */
  void answer(CallbackAnswer answer) {
    if (answered.compareAndSet(false, true)) {
      HttpAnswers.send(answer, !bodyRead, response);
    }
  }

  /** Gives the place back, unless that has been done. */
  void leave() {
    if (left.compareAndSet(false, true)) {
      limit.leave();
    }
  }

  /** Gives the place back and answers, unless that has been done. */
  void end(CallbackAnswer answer) {
    leave();
    answer(answer);
  }
}
