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
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.TwilioEnums;

/** The settings of a number of the account. */
public class IncomingPhoneNumberParameters {

  /** A name for people, up to 64 characters. Default: the number. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Friendly name")
  @Summary("A name for people, up to 64 characters. Default: the number")
  @Example("Support")
  private String friendlyName;

  /**
   * The SID of the application that says what happens to calls, AP…, in place of voice flows and URLs. On an update #[''] takes
   * it away.
   */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Voice application SID")
  @Summary("The SID of the application that says what happens to calls, AP…, in place of voice flows and URLs. On an "
      + "update #[''] takes it away")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ApplicationSids.class)
  private String voiceApplicationSid;

  /**
   * The SID of the application that says what happens to messages, AP…, in place of SMS flows and URLs. On an update #[''] takes
   * it away.
   */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("SMS application SID")
  @Summary("The SID of the application that says what happens to messages, AP…, in place of SMS flows and URLs. On an"
      + " update #[''] takes it away")
  @Example("APXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  @OfValues(ApplicationSids.class)
  private String smsApplicationSid;

  /**
   * The SID of the SIP trunk that takes the calls, TK…, in place of voice flows, URLs and application. On an update #[''] takes
   * it away.
   */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Trunk SID")
  @Summary("The SID of the SIP trunk that takes the calls, TK…, in place of voice flows, URLs and application. On an "
      + "update #[''] takes it away")
  @Example("TKXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String trunkSid;

  /** Whether Twilio looks up each caller's name, which costs extra. Default: OFF, on an update as it is. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Caller ID lookup")
  @Summary("Whether Twilio looks up each caller's name, which costs extra. Default: OFF, on an update as it is")
  private Switch voiceCallerIdLookup;

  /** What the number takes incoming calls for. Default: VOICE. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Voice receive mode")
  @Summary("What the number takes incoming calls for. Default: VOICE")
  private VoiceReceiveMode voiceReceiveMode;

  /** The SID of the address that local rules ask for, AD…. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Address SID")
  @Summary("The SID of the address that local rules ask for, AD…")
  @Example("ADXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String addressSid;

  /** The SID of the regulatory bundle that local rules ask for, BU…. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 5)
  @DisplayName("Bundle SID")
  @Summary("The SID of the regulatory bundle that local rules ask for, BU…")
  @Example("BUXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String bundleSid;

  /** The SID of the identity that local rules ask for, RI…. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 6)
  @DisplayName("Identity SID")
  @Summary("The SID of the identity that local rules ask for, RI…")
  @Example("RIXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String identitySid;

  /** Whether emergency calls can be made from the number. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 7)
  @DisplayName("Emergency status")
  @Summary("Whether emergency calls can be made from the number")
  private EmergencyStatus emergencyStatus;

  /** The SID of the address that emergency services are told, AD…. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 8)
  @DisplayName("Emergency address SID")
  @Summary("The SID of the address that emergency services are told, AD…")
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
  }

  /** Twilio would take these together, and never call the flow. */
  private void check(String operation, InboundParameters inbound) {
    requireThat(isEmpty(voiceApplicationSid) || isEmpty(trunkSid), operation,
                "takes voiceApplicationSid ('" + voiceApplicationSid + "') or trunkSid ('" + trunkSid + "'), not both");
    requireThat(isEmpty(voiceApplicationSid) || !inbound.hasVoice(), operation, "takes voiceApplicationSid ('"
        + voiceApplicationSid + "') or voice flows and URLs, not both: Twilio would ask the application alone");
    requireThat(isEmpty(trunkSid) || !inbound.hasVoice(), operation, "takes trunkSid ('" + trunkSid
        + "') or voice flows and URLs, not both: Twilio would ask the trunk alone");
    requireThat(isEmpty(smsApplicationSid) || !inbound.hasSms(), operation, "takes smsApplicationSid ('" + smsApplicationSid
        + "') or SMS flows and URLs, not both: Twilio would ask the application alone");
  }
}
