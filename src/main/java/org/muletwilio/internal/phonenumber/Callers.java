package org.muletwilio.internal.phonenumber;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.extension.api.values.ValueBuilder;

import org.muletwilio.internal.operation.AccountValues;

import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.OutgoingCallerId;

/** The account's numbers that can call, and the numbers of others that it has verified as caller IDs. */
public final class Callers extends AccountValues {

  @Override
  protected String getDescription() {
    return "account's numbers that can call";
  }

  @Override
  protected List<ValueBuilder> fetch(TwilioRestClient client) {
    List<ValueBuilder> callers = first(IncomingPhoneNumber.reader(), client).stream().filter(AccountValues::hasVoice)
        .map(AccountValues::number).collect(toList());
    first(OutgoingCallerId.reader(), client).stream()
        .map(callerId -> number(callerId.getPhoneNumber().toString(), callerId.getPhoneNumber(), callerId.getFriendlyName()))
        .forEach(callers::add);
    return callers;
  }
}
