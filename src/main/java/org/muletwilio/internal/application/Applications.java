package org.muletwilio.internal.application;

import static org.muletwilio.internal.operation.SdkValues.filled;

import org.muletwilio.api.resource.Application;
import org.muletwilio.api.resource.ApplicationBuilder;

import java.io.InputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Converts the SDK's applications into the connector's own, which applications see. */
final class Applications {

  private Applications() {}

  static Application read(InputStream json, ObjectMapper mapper) {
    return toApi(com.twilio.rest.api.v2010.account.Application.fromJson(json, mapper));
  }

  static Application toApi(com.twilio.rest.api.v2010.account.Application application) {
    return new ApplicationBuilder()
        .sid(filled(application.getSid()))
        .accountSid(filled(application.getAccountSid()))
        .friendlyName(filled(application.getFriendlyName()))
        .voiceUrl(filled(application.getVoiceUrl()))
        .voiceFallbackUrl(filled(application.getVoiceFallbackUrl()))
        .smsUrl(filled(application.getSmsUrl()))
        .smsFallbackUrl(filled(application.getSmsFallbackUrl()))
        .statusCallbackUrl(filled(application.getStatusCallback()))
        .smsStatusCallbackUrl(filled(application.getSmsStatusCallback()))
        .messageStatusCallbackUrl(filled(application.getMessageStatusCallback()))
        .voiceCallerIdLookup(application.getVoiceCallerIdLookup())
        .publicApplicationConnectEnabled(application.getPublicApplicationConnectEnabled())
        .dateCreated(application.getDateCreated())
        .dateUpdated(application.getDateUpdated())
        .build();
  }
}
