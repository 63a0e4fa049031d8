package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Values.text;

import org.muletwilio.api.resource.Application;
import org.muletwilio.api.resource.ApplicationBuilder;

/** Turns the SDK's applications into the connector's own, which applications see. */
final class Applications {

  private Applications() {}

  static Application toApi(com.twilio.rest.api.v2010.account.Application application) {
    return new ApplicationBuilder()
        .sid(text(application.getSid()))
        .accountSid(text(application.getAccountSid()))
        .friendlyName(text(application.getFriendlyName()))
        .voiceUrl(text(application.getVoiceUrl()))
        .voiceFallbackUrl(text(application.getVoiceFallbackUrl()))
        .smsUrl(text(application.getSmsUrl()))
        .smsFallbackUrl(text(application.getSmsFallbackUrl()))
        .statusCallbackUrl(text(application.getStatusCallback()))
        .smsStatusCallbackUrl(text(application.getSmsStatusCallback()))
        .messageStatusCallbackUrl(text(application.getMessageStatusCallback()))
        .voiceCallerIdLookup(application.getVoiceCallerIdLookup())
        .publicApplicationConnectEnabled(application.getPublicApplicationConnectEnabled())
        .dateCreated(application.getDateCreated())
        .dateUpdated(application.getDateUpdated())
        .build();
  }
}
