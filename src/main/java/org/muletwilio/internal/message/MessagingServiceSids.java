package org.muletwilio.internal.message;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.extension.api.values.ValueBuilder;

import org.muletwilio.internal.operation.AccountValues;

import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.messaging.v1.Service;

/** The SIDs of the account's messaging services. */
public final class MessagingServiceSids extends AccountValues {

  @Override
  protected String getDescription() {
    return "account's messaging services";
  }

  @Override
  protected List<ValueBuilder> fetch(TwilioRestClient client) {
    return first(Service.reader(), client).stream().map(service -> named(service.getSid(), service.getFriendlyName()))
        .collect(toList());
  }
}
