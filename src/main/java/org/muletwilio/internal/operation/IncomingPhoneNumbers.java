package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Values.text;

import org.muletwilio.api.resource.IncomingPhoneNumber;
import org.muletwilio.api.resource.IncomingPhoneNumberBuilder;
import org.muletwilio.api.resource.PhoneNumberCapabilities;

/** Turns the SDK's numbers into the connector's own, which applications see. */
final class IncomingPhoneNumbers {

  private IncomingPhoneNumbers() {}

  static IncomingPhoneNumber toApi(com.twilio.rest.api.v2010.account.IncomingPhoneNumber incomingPhoneNumber) {
    return new IncomingPhoneNumberBuilder()
        .sid(text(incomingPhoneNumber.getSid()))
        .accountSid(text(incomingPhoneNumber.getAccountSid()))
        .phoneNumber(text(incomingPhoneNumber.getPhoneNumber()))
        .friendlyName(text(incomingPhoneNumber.getFriendlyName()))
        .voiceUrl(text(incomingPhoneNumber.getVoiceUrl()))
        .voiceFallbackUrl(text(incomingPhoneNumber.getVoiceFallbackUrl()))
        .smsUrl(text(incomingPhoneNumber.getSmsUrl()))
        .smsFallbackUrl(text(incomingPhoneNumber.getSmsFallbackUrl()))
        .statusCallbackUrl(text(incomingPhoneNumber.getStatusCallback()))
        .voiceApplicationSid(text(incomingPhoneNumber.getVoiceApplicationSid()))
        .smsApplicationSid(text(incomingPhoneNumber.getSmsApplicationSid()))
        .trunkSid(text(incomingPhoneNumber.getTrunkSid()))
        .voiceCallerIdLookup(incomingPhoneNumber.getVoiceCallerIdLookup())
        .voiceReceiveMode(text(incomingPhoneNumber.getVoiceReceiveMode()))
        .capabilities(capabilities(incomingPhoneNumber.getCapabilities()))
        .addressSid(text(incomingPhoneNumber.getAddressSid()))
        .bundleSid(text(incomingPhoneNumber.getBundleSid()))
        .identitySid(text(incomingPhoneNumber.getIdentitySid()))
        .emergencyStatus(text(incomingPhoneNumber.getEmergencyStatus()))
        .emergencyAddressSid(text(incomingPhoneNumber.getEmergencyAddressSid()))
        .status(text(incomingPhoneNumber.getStatus()))
        .type(text(incomingPhoneNumber.getType()))
        .origin(text(incomingPhoneNumber.getOrigin()))
        .beta(incomingPhoneNumber.getBeta())
        .dateCreated(incomingPhoneNumber.getDateCreated())
        .dateUpdated(incomingPhoneNumber.getDateUpdated())
        .build();
  }

  private static PhoneNumberCapabilities capabilities(com.twilio.type.PhoneNumberCapabilities capabilities) {
    return capabilities == null ? null : new PhoneNumberCapabilities(capabilities.getVoice(), capabilities.getSms(),
                                                                     capabilities.getMms(), capabilities.getFax());
  }
}
