package org.muletwilio.internal.operation;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.exception.TypedException;
import org.mule.runtime.api.message.ErrorType;
import org.mule.runtime.extension.api.runtime.streaming.PagingProvider;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.TwilioException;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pages of a list in Twilio's API: their total is not known, and nothing is held open between them. Not thread-safe.
 *
 * @param <T> the type of the entries
 */
public abstract class TwilioPages<T> implements PagingProvider<TwilioConnection, T> {

  private static final String NAMESPACE = "TWILIO";

  private final Function<ComponentIdentifier, Optional<ErrorType>> errorTypes;
  private boolean later;

  /** @param errorTypes finds an error type of the application by its name */
  protected TwilioPages(Function<ComponentIdentifier, Optional<ErrorType>> errorTypes) {
    this.errorTypes = errorTypes;
  }

  /** @return the next entries; none at the end alone */
  protected abstract List<T> nextPage(TwilioConnection connection);

  @Override
  public final List<T> getPage(TwilioConnection connection) {
    try {
      List<T> page = nextPage(connection);
      later = true;
      return page;
    } catch (TwilioException e) {
      throw later ? typed(e) : e;
    }
  }

  /**
   * The operation has ended when a later page is fetched: its failure is one of what reads, such as foreach, which knows nothing
   * of this connector's errors and takes a type with it alone.
   */
  private RuntimeException typed(TwilioException failure) {
    return errorTypes.apply(ComponentIdentifier.builder().namespace(NAMESPACE).name(failure.getType().getType()).build())
        .<RuntimeException>map(type -> new TypedException(failure, type)).orElse(failure);
  }

  @Override
  public final Optional<Integer> getTotalResults(TwilioConnection connection) {
    return Optional.empty();
  }

  @Override
  public final void close(TwilioConnection connection) {
    // nothing is held open between pages
  }
}
