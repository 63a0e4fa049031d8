package org.muletwilio.internal.operation;

import org.mule.runtime.extension.api.runtime.operation.Result;
import org.mule.runtime.extension.api.runtime.process.CompletionCallback;

import org.muletwilio.internal.callback.codec.SafeLogger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Completes operations for which no thread waits. */
public final class AsyncCompletion {

  private static final SafeLogger LOGGER = SafeLogger.of(AsyncCompletion.class);
  private static final long LONGEST_WAIT_MILLIS = 2000;

  private AsyncCompletion() {}

  /**
   * Waits for what comes soon, and goes on without it where it does not: the operation has done its work.
   *
   * @param end comes later
   */
  public static void waitFor(CompletableFuture<Void> end) {
    try {
      end.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOGGER.debug("An operation ends before all is stored", e);
    }
  }

  /**
   * @param completion gets the operation's result, or its failure
   * @param result the operation's result, which may come later
   */
  public static <T> void complete(CompletionCallback<T, Void> completion, CompletableFuture<T> result) {
    completeWith(completion, result.thenApply(value -> Result.<T, Void>builder().output(value).build()));
  }

  /**
   * @param completion gets the payload and attributes that the operation gives, or why it failed
   * @param result comes later
   */
  public static <T, A> void completeWith(CompletionCallback<T, A> completion, CompletableFuture<Result<T, A>> result) {
    result.whenComplete((value, failure) -> {
      if (failure == null) {
        completion.success(value);
      } else {
        completion.error(failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
      }
    });
  }
}
