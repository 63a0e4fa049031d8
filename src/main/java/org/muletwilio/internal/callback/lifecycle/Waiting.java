package org.muletwilio.internal.callback.lifecycle;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Waits for what another thread does: with a bound, and under no lock. */
public final class Waiting {

  private Waiting() {}

  /**
   * @param future ends in another thread
   * @param millis how long to wait at most
   * @param what names it in the message, such as "the listener"
   * @return its result
   * @throws MuleException that the other thread threw, or that says that it takes too long
   */
  public static <T> T await(CompletableFuture<T> future, long millis, String what) throws MuleException {
    try {
      return future.get(millis, MILLISECONDS);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (TimeoutException e) {
      throw new DefaultMuleException(createStaticMessage(what + " is not ready after " + millis + " ms"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DefaultMuleException(createStaticMessage("the wait for " + what + " was interrupted"), e);
    }
  }

  private static MuleException rethrown(Throwable failure) {
    if (failure instanceof RuntimeException) {
      throw (RuntimeException) failure;
    }
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    return failure instanceof MuleException ? (MuleException) failure : new DefaultMuleException(failure);
  }
}
