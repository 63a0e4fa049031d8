package org.muletwilio.internal.operation;

import static java.util.Collections.emptyList;
import static java.util.stream.Collectors.toList;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.message.ErrorType;

import org.muletwilio.internal.connection.TwilioConnection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.rest.Domains;

/**
 * A list that is fetched page by page while a flow reads it.
 *
 * @param <R> the SDK's type of the entries
 * @param <T> the connector's own
 */
public final class SdkPagingProvider<R extends Resource, T> extends TwilioPages<T> {

  private final Reader<R> reader;
  private final ListAddress address;
  private final Function<R, T> toApi;
  private final EndlessListCheck endless;
  private Page<R> last;

  /**
   * @param errorTypes finds an error type of the application by its name
   * @param reader reads what is answered
   * @param address where the first page is
   * @param toApi turns the SDK's entries into the connector's own
   */
  public SdkPagingProvider(Function<ComponentIdentifier, Optional<ErrorType>> errorTypes, Reader<R> reader, ListAddress address,
                           Function<R, T> toApi) {
    super(errorTypes);
    this.reader = reader;
    this.address = address;
    this.toApi = toApi;
    endless = new EndlessListCheck(address.toString());
  }

  @Override
  protected List<T> nextPage(TwilioConnection connection) {
    while (last == null || last.hasNextPage()) {
      Page<R> previous = last;
      last = connection.call(client -> previous == null ? reader.getPage(address.in(client), client)
          : reader.nextPage(previous, client));
      if (last.hasNextPage()) {
        endless.requireNew(last.getNextPageUrl(Domains.API.toString()));
      }
      List<T> entries = last.getRecords().stream().filter(Objects::nonNull).map(toApi).collect(toList());
      endless.pageRead(entries.isEmpty());
      if (!entries.isEmpty()) {
        return entries;
      }
    }
    return emptyList();
  }
}
