package org.muletwilio.internal.source.parameter;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.extension.api.values.ValueBuilder;

import org.muletwilio.internal.operation.AccountValues;

import java.util.List;
import java.util.stream.StreamSupport;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.events.v1.EventType;

/** The types of events that Twilio has: some hundreds, on several pages. */
public final class EventTypes extends AccountValues {

  private static final int ON_A_PAGE = 100;

  @Override
  protected String getDescription() {
    return "types of events";
  }

  @Override
  protected List<ValueBuilder> fetch(TwilioRestClient client) {
    return StreamSupport.stream(EventType.reader().pageSize(ON_A_PAGE).read(client).spliterator(), false).map(EventType::getType)
        .map(ValueBuilder::newValue).collect(toList());
  }
}
