package org.muletwilio.internal.source.parameter;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.extension.api.values.ValueBuilder;

import org.muletwilio.internal.operation.AccountValues;

import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;

/** The account's numbers that can be called. */
public final class VoiceNumbers extends AccountValues {

  @Override
  protected String getDescription() {
    return "account's numbers that can be called";
  }

  @Override
  protected List<ValueBuilder> fetch(TwilioRestClient client) {
    return first(IncomingPhoneNumber.reader(), client).stream().filter(AccountValues::hasVoice).map(AccountValues::number)
        .collect(toList());
  }
}
