package org.muletwilio.internal.application;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.extension.api.values.ValueBuilder;

import org.muletwilio.internal.operation.AccountValues;

import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;

/** The SIDs of the account's applications. */
public final class ApplicationSids extends AccountValues {

  @Override
  protected String getDescription() {
    return "account's applications";
  }

  @Override
  protected List<ValueBuilder> fetch(TwilioRestClient client) {
    return first(Application.reader(), client).stream()
        .map(application -> named(application.getSid(), application.getFriendlyName())).collect(toList());
  }
}
