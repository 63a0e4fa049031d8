package org.muletwilio.internal.message;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.extension.api.values.ValueBuilder;

import org.muletwilio.internal.operation.AccountValues;

import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;

/** The account's numbers that messages can be sent from. */
public final class MessageSenders extends AccountValues {

  @Override
  protected String getDescription() {
    return "account's phone numbers";
  }

  @Override
  protected List<ValueBuilder> fetch(TwilioRestClient client) {
    return first(IncomingPhoneNumber.reader(), client).stream().filter(MessageSenders::canSend).map(AccountValues::number)
        .collect(toList());
  }

  private static boolean canSend(IncomingPhoneNumber number) {
    return number.getCapabilities() == null || Boolean.TRUE.equals(number.getCapabilities().getSms())
        || Boolean.TRUE.equals(number.getCapabilities().getMms());
  }
}
