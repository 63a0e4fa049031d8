package org.muletwilio.internal.operation;

import org.mule.runtime.extension.api.runtime.operation.Result;
import org.mule.runtime.extension.api.runtime.process.CompletionCallback;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Completes operations for which no thread waits. */
public final class AsyncCompletion {

  private AsyncCompletion() {}

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
