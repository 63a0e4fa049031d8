package org.muletwilio.internal.operation;

import static java.util.Collections.emptyList;
import static java.util.stream.Collectors.toList;

import org.muletwilio.internal.connection.TwilioConnection;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.base.Resource;

/**
 * A list that is fetched page by page while a flow reads it.
 *
 * @param <R> the SDK's type of the entries
 * @param <T> the connector's own
 */
public final class SdkPagingProvider<R extends Resource, T> extends TwilioPages<T> {

  private final Reader<R> reader;
  private final Function<R, T> toApi;
  private Page<R> last;

  /**
   * @param reader asks for the list
   * @param toApi turns the SDK's entries into the connector's own
   */
  public SdkPagingProvider(Reader<R> reader, Function<R, T> toApi) {
    this.reader = reader;
    this.toApi = toApi;
  }

  /** @return the next entries; an empty list only at the end */
  @Override
  public List<T> getPage(TwilioConnection connection) {
    while (last == null || last.hasNextPage()) {
      Page<R> previous = last;
      last = connection.call(client -> previous == null ? reader.firstPage(client) : reader.nextPage(previous, client));
      List<T> entries = last.getRecords().stream().filter(Objects::nonNull).map(toApi).collect(toList());
      if (!entries.isEmpty()) {
        return entries;
      }
    }
    return emptyList();
  }
}
