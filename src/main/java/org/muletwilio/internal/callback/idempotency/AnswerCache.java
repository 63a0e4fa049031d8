package org.muletwilio.internal.callback.idempotency;

import org.muletwilio.internal.callback.content.CallbackAnswer;

import java.util.Optional;

/** Remembers for a while the answers to callbacks that succeeded. */
public interface AnswerCache {

  /** @return what the callback with this key was answered, if that is remembered */
  Optional<CallbackAnswer> find(String key);

  /** Remembers an answer for a key for which {@link #find} has none. */
  void keep(String key, CallbackAnswer answer);
}
