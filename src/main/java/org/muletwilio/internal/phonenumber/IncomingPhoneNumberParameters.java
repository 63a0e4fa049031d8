package org.muletwilio.internal.phonenumber;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.values.OfValues;

import org.muletwilio.api.parameter.EmergencyStatus;
import org.muletwilio.api.parameter.Switch;
import org.muletwilio.api.parameter.VoiceReceiveMode;
import org.muletwilio.internal.application.ApplicationSids;
import org.muletwilio.internal.application.InboundParameters;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.TwilioEnums;

/** The settings of a number of the account. */
public class IncomingPhoneNumberParameters {

  /** A descriptive name, up to 64 characters. Default: the number. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Friendly name")
  @Summary("A descriptive name, up to 64 characters. Default: the number")
  @Example("Support")
  private String friendlyName;

  /** The SID of the application that handles calls, AP…, instead of voice flows and URLs. On an update, #[''] removes it. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Voice application SID")
  @Summary("The SID of the application that handles calls, AP…, instead of voice flows and URLs. On an update, #[''] removes it")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ApplicationSids.class)
  private String voiceApplicationSid;

  /** The SID of the application that handles messages, AP…, instead of SMS flows and URLs. On an update, #[''] removes it. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("SMS application SID")
  @Summary("The SID of the application that handles messages, AP…, instead of SMS flows and URLs. On an update, #[''] removes it")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ApplicationSids.class)
  private String smsApplicationSid;

  /**
   * The SID of the SIP trunk that takes the calls, TK…, instead of voice flows, URLs and application. On an update, #['']
   * removes it.
   */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Trunk SID")
  @Summary("The SID of the SIP trunk that takes the calls, TK…, instead of voice flows, URLs and application. On an update, "
      + "#[''] removes it")
  @Example("TKXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String trunkSid;

  /** Whether Twilio looks up each caller's name, which costs extra. Default: OFF; unchanged on an update. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Caller ID lookup")
  @Summary("Whether Twilio looks up each caller's name, which costs extra. Default: OFF; unchanged on an update")
  private Switch voiceCallerIdLookup;

  /** Whether the number accepts voice calls or faxes. Default: VOICE. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Voice receive mode")
  @Summary("Whether the number accepts voice calls or faxes. Default: VOICE")
  private VoiceReceiveMode voiceReceiveMode;

  /** The SID of the address that local regulations require, AD…. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Address SID")
  @Summary("The SID of the address that local regulations require, AD…")
  @Example("ADXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String addressSid;

  /** The SID of the regulatory bundle that local regulations require, BU…. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 5)
  @DisplayName("Bundle SID")
  @Summary("The SID of the regulatory bundle that local regulations require, BU…")
  @Example("BUXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String bundleSid;

  /** The SID of the identity that local regulations require, RI…. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 6)
  @DisplayName("Identity SID")
  @Summary("The SID of the identity that local regulations require, RI…")
  @Example("RIXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String identitySid;

  /** Whether emergency calls can be made from the number. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 7)
  @DisplayName("Emergency status")
  @Summary("Whether emergency calls can be made from the number")
  private EmergencyStatus emergencyStatus;

  /** The SID of the address that is given to emergency services, AD…. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 8)
  @DisplayName("Emergency address SID")
  @Summary("The SID of the address that is given to emergency services, AD…")
  @Example("ADXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String emergencyAddressSid;

  void addTo(String operation, FormRequest request, InboundParameters inbound, CallbackUrls urls) {
    check(operation, inbound);
    request.with("FriendlyName", friendlyName)
        .with("VoiceApplicationSid", voiceApplicationSid)
        .with("SmsApplicationSid", smsApplicationSid)
        .with("TrunkSid", trunkSid)
        .with("VoiceCallerIdLookup", TwilioEnums.flag(voiceCallerIdLookup))
        .with("VoiceReceiveMode", TwilioEnums.of(voiceReceiveMode, VoiceReceiveMode::getTwilioName))
        .with("AddressSid", addressSid)
        .with("BundleSid", bundleSid)
        .with("IdentitySid", identitySid)
        .with("EmergencyStatus", TwilioEnums.of(emergencyStatus, EmergencyStatus::getTwilioName))
        .with("EmergencyAddressSid", emergencyAddressSid);
    inbound.addTo(request, urls);
    urls.requireFlowForContext();
  }

  /** Twilio accepts these together, and never calls the flow. */
  private void check(String operation, InboundParameters inbound) {
    requireThat(isEmpty(voiceApplicationSid) || isEmpty(trunkSid), operation,
                "takes voiceApplicationSid ('" + Excerpt.of(voiceApplicationSid) + "') or trunkSid ('" + Excerpt.of(trunkSid)
                    + "'), not both");
    requireThat(isEmpty(voiceApplicationSid) || !inbound.hasVoice(), operation, "takes voiceApplicationSid ('"
        + Excerpt.of(voiceApplicationSid)
        + "') or voice flows and URLs, not both: Twilio would call the application's URLs only");
    requireThat(isEmpty(trunkSid) || !inbound.hasVoice(), operation, "takes trunkSid ('" + Excerpt.of(trunkSid)
        + "') or voice flows and URLs, not both: Twilio would send calls to the trunk only");
    requireThat(isEmpty(smsApplicationSid) || !inbound.hasSms(), operation, "takes smsApplicationSid ('"
        + Excerpt.of(smsApplicationSid) + "') or SMS flows and URLs, not both: Twilio would call the application's URLs only");
  }
}
