package org.muletwilio.internal.application;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.FlowReference;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.Switch;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.TwilioEnums;

/** The settings of an application at Twilio. */
public class ApplicationParameters {

  /** A descriptive name, up to 64 characters. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Friendly name")
  @Summary("A descriptive name, up to 64 characters")
  @Example("Order hotline")
  private String friendlyName;

  /**
   * The flow that runs when a message that the application sent changes its status, by Twilio's older name. It needs no source.
   */
  @Parameter
  @Optional
  @Alias("sms-status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 2)
  @DisplayName("SMS status callback flow")
  @Summary("The flow that runs when a message that the application sent changes its status, by Twilio's older name. It needs "
      + "no source")
  @Example("sms-status")
  private String smsStatusCallbackFlow;

  /** A URL of your own that Twilio calls when a message changes its status, instead of a flow. On an update, #[''] removes it. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("SMS status callback URL")
  @Summary("A URL of your own that Twilio calls when a message changes its status, instead of a flow. On an update, #[''] "
      + "removes it")
  @Example("https://example.com/sms-status")
  private String smsStatusCallbackUrl;

  /** The flow that runs when a message that the application sent changes its status. It needs no source. */
  @Parameter
  @Optional
  @Alias("message-status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 4)
  @DisplayName("Message status callback flow")
  @Summary("The flow that runs when a message that the application sent changes its status. It needs no source")
  @Example("sms-status")
  private String messageStatusCallbackFlow;

  /** A URL of your own that Twilio calls when a message changes its status, instead of a flow. On an update, #[''] removes it. */
  @Parameter
  @Optional
  @Placement(order = 5)
  @DisplayName("Message status callback URL")
  @Summary("A URL of your own that Twilio calls when a message changes its status, instead of a flow. On an update, #[''] "
      + "removes it")
  @Example("https://example.com/message-status")
  private String messageStatusCallbackUrl;

  /** Whether Twilio looks up each caller's name, which costs extra. Default: OFF; unchanged on an update. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Caller ID lookup")
  @Summary("Whether Twilio looks up each caller's name, which costs extra. Default: OFF; unchanged on an update")
  private Switch voiceCallerIdLookup;

  /** Whether other Twilio accounts may dial the application. Default: OFF; unchanged on an update. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Public application connect")
  @Summary("Whether other Twilio accounts may dial the application. Default: OFF; unchanged on an update")
  private Switch publicApplicationConnectEnabled;

  void addTo(FormRequest request, InboundParameters inbound, CallbackUrls urls) {
    request.with("FriendlyName", friendlyName)
        .with("VoiceCallerIdLookup", TwilioEnums.flag(voiceCallerIdLookup))
        .with("PublicApplicationConnectEnabled", TwilioEnums.flag(publicApplicationConnectEnabled))
        .with("SmsStatusCallback", urls.ofChange(CallbackKind.MESSAGE_STATUS, "sms-status-callback-flow-ref",
                                                 smsStatusCallbackFlow, "smsStatusCallbackUrl", smsStatusCallbackUrl))
        .with("MessageStatusCallback", urls.ofChange(CallbackKind.MESSAGE_STATUS, "message-status-callback-flow-ref",
                                                     messageStatusCallbackFlow, "messageStatusCallbackUrl",
                                                     messageStatusCallbackUrl));
    inbound.addTo(request, urls);
    urls.requireFlowForContext();
  }
}
