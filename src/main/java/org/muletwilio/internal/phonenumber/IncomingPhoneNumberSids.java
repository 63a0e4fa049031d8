package org.muletwilio.internal.phonenumber;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.extension.api.values.ValueBuilder;

import org.muletwilio.internal.operation.AccountValues;

import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;

/** The SIDs of the account's numbers. */
public final class IncomingPhoneNumberSids extends AccountValues {

  @Override
  protected String getDescription() {
    return "account's phone numbers";
  }

  @Override
  protected List<ValueBuilder> fetch(TwilioRestClient client) {
    return first(IncomingPhoneNumber.reader(), client).stream()
        .map(number -> number(number.getSid(), number.getPhoneNumber(), number.getFriendlyName())).collect(toList());
  }
}
