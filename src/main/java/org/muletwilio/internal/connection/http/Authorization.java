package org.muletwilio.internal.connection.http;

import org.muletwilio.internal.error.TwilioException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** How requests authenticate. */
public interface Authorization {

  /**
   * @param work runs what may wait, where somebody has to be asked for it
   * @return the value of the Authorization header, or a {@link TwilioException}
   */
  CompletableFuture<String> getHeader(Executor work);

  /**
   * @param refused a header that Twilio answered with 401
   * @return whether {@link #getHeader} is worth another try
   */
  boolean renew(String refused);
}
