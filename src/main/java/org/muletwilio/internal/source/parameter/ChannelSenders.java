package org.muletwilio.internal.source.parameter;

import static java.util.stream.Collectors.toList;

import org.mule.runtime.extension.api.values.ValueBuilder;

import org.muletwilio.internal.operation.AccountValues;

import java.util.List;
import java.util.stream.Stream;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.messaging.v2.ChannelsSender;

/** The account's WhatsApp and RCS senders. */
public final class ChannelSenders extends AccountValues {

  @Override
  protected String getDescription() {
    return "account's WhatsApp and RCS senders";
  }

  @Override
  protected List<ValueBuilder> fetch(TwilioRestClient client) {
    return Stream.of("whatsapp", "rcs").flatMap(channel -> first(ChannelsSender.reader(channel), client).stream())
        .map(ChannelsSender::getSenderId).map(ValueBuilder::newValue).collect(toList());
  }
}
