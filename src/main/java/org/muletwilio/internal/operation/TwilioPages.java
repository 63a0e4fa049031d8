package org.muletwilio.internal.operation;

import org.mule.runtime.extension.api.runtime.streaming.PagingProvider;

import org.muletwilio.internal.connection.TwilioConnection;

import java.util.Optional;

/**
 * Pages of a list in Twilio's API: their total is not known, and nothing is held open between them.
 *
 * @param <T> the type of the entries
 */
public abstract class TwilioPages<T> implements PagingProvider<TwilioConnection, T> {

  @Override
  public final Optional<Integer> getTotalResults(TwilioConnection connection) {
    return Optional.empty();
  }

  @Override
  public final void close(TwilioConnection connection) {
    // nothing is held open between pages
  }
}
