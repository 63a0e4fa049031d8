package org.muletwilio.internal.message;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.extension.api.values.ValueBuilder;

import org.muletwilio.internal.operation.AccountValues;

import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.Content;

/** The SIDs of the account's content templates. */
public final class ContentSids extends AccountValues {

  @Override
  protected String getDescription() {
    return "account's content templates";
  }

  @Override
  protected List<ValueBuilder> fetch(TwilioRestClient client) {
    return first(Content.reader(), client).stream().map(content -> named(content.getSid(), content.getFriendlyName()))
        .collect(toList());
  }
}
