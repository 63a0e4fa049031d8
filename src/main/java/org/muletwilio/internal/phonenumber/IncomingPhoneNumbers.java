package org.muletwilio.internal.phonenumber;

import static org.muletwilio.internal.operation.SdkValues.filled;

import org.muletwilio.api.resource.IncomingPhoneNumber;
import org.muletwilio.api.resource.IncomingPhoneNumberBuilder;
import org.muletwilio.api.resource.PhoneNumberCapabilities;
import org.muletwilio.api.resource.PhoneNumberCapabilitiesBuilder;
import org.muletwilio.internal.operation.AnswerWords;

import java.io.InputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Converts the SDK's numbers into the connector's own, which applications see. */
final class IncomingPhoneNumbers {

  private IncomingPhoneNumbers() {}

  static IncomingPhoneNumber read(InputStream json, ObjectMapper mapper) {
    AnswerWords words = AnswerWords.of(json, mapper);
    return toApi(com.twilio.rest.api.v2010.account.IncomingPhoneNumber.fromJson(json, mapper), words);
  }

  static IncomingPhoneNumber toApi(com.twilio.rest.api.v2010.account.IncomingPhoneNumber incomingPhoneNumber, AnswerWords words) {
    return new IncomingPhoneNumberBuilder()
        .sid(filled(incomingPhoneNumber.getSid()))
        .accountSid(filled(incomingPhoneNumber.getAccountSid()))
        .phoneNumber(filled(incomingPhoneNumber.getPhoneNumber()))
        .friendlyName(filled(incomingPhoneNumber.getFriendlyName()))
        .voiceUrl(filled(incomingPhoneNumber.getVoiceUrl()))
        .voiceFallbackUrl(filled(incomingPhoneNumber.getVoiceFallbackUrl()))
        .smsUrl(filled(incomingPhoneNumber.getSmsUrl()))
        .smsFallbackUrl(filled(incomingPhoneNumber.getSmsFallbackUrl()))
        .statusCallbackUrl(filled(incomingPhoneNumber.getStatusCallback()))
        .voiceApplicationSid(filled(incomingPhoneNumber.getVoiceApplicationSid()))
        .smsApplicationSid(filled(incomingPhoneNumber.getSmsApplicationSid()))
        .trunkSid(filled(incomingPhoneNumber.getTrunkSid()))
        .voiceCallerIdLookup(incomingPhoneNumber.getVoiceCallerIdLookup())
        .voiceReceiveMode(filled(incomingPhoneNumber.getVoiceReceiveMode()))
        .capabilities(capabilities(incomingPhoneNumber.getCapabilities()))
        .addressSid(filled(incomingPhoneNumber.getAddressSid()))
        .bundleSid(filled(incomingPhoneNumber.getBundleSid()))
        .identitySid(filled(incomingPhoneNumber.getIdentitySid()))
        .emergencyStatus(filled(incomingPhoneNumber.getEmergencyStatus()))
        .emergencyAddressSid(filled(incomingPhoneNumber.getEmergencyAddressSid()))
        .status(words.word(incomingPhoneNumber.getStatus(), "status"))
        .type(words.word(incomingPhoneNumber.getType(), "type"))
        .origin(filled(incomingPhoneNumber.getOrigin()))
        .beta(incomingPhoneNumber.getBeta())
        .dateCreated(incomingPhoneNumber.getDateCreated())
        .dateUpdated(incomingPhoneNumber.getDateUpdated())
        .build();
  }

  private static PhoneNumberCapabilities capabilities(com.twilio.type.PhoneNumberCapabilities capabilities) {
    return capabilities == null ? null : new PhoneNumberCapabilitiesBuilder()
        .voice(capabilities.getVoice())
        .sms(capabilities.getSms())
        .mms(capabilities.getMms())
        .fax(capabilities.getFax())
        .build();
  }
}
