package org.muletwilio.internal.application;

import static org.muletwilio.internal.operation.Validation.isEmpty;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.param.NullSafe;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.FlowReference;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.FormRequest;

import java.net.URI;
import java.util.Map;

/** What happens to calls and messages that come in for a number or an application. */
public class InboundParameters {

  /** The flow that answers incoming calls with TwiML. It needs no source. */
  @Parameter
  @Optional
  @Alias("voice-url-flow-ref")
  @FlowReference
  @Placement(order = 1)
  @DisplayName("Voice flow")
  @Summary("The flow that answers incoming calls with TwiML. It needs no source")
  @Example("answer-call")
  private String voiceUrlFlow;

  /** An address of your own that answers incoming calls with TwiML, in place of a flow. On an update #[''] takes it away. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Voice URL")
  @Summary("An address of your own that answers incoming calls with TwiML, in place of a flow. On an update #[''] takes it away")
  @Example("https://example.com/voice")
  private String voiceUrl;

  /** The flow that answers with TwiML where what answers incoming calls fails. It needs no source. */
  @Parameter
  @Optional
  @Alias("voice-fallback-flow-ref")
  @FlowReference
  @Placement(order = 3)
  @DisplayName("Voice fallback flow")
  @Summary("The flow that answers with TwiML where what answers incoming calls fails. It needs no source")
  @Example("call-failed")
  private String voiceFallbackFlow;

  /**
   * An address of your own that answers where what answers incoming calls fails, in place of a flow. On an update #[''] takes it
   * away.
   */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Voice fallback URL")
  @Summary("An address of your own that answers where what answers incoming calls fails, in place of a flow. On an "
      + "update #[''] takes it away")
  @Example("https://example.com/voice-failed")
  private String voiceFallbackUrl;

  /** The flow that runs when a message comes in; it may answer with TwiML. It needs no source. */
  @Parameter
  @Optional
  @Alias("sms-url-flow-ref")
  @FlowReference
  @Placement(order = 5)
  @DisplayName("SMS flow")
  @Summary("The flow that runs when a message comes in; it may answer with TwiML. It needs no source")
  @Example("message-in")
  private String smsUrlFlow;

  /** An address of your own that Twilio calls when a message comes in, in place of a flow. On an update #[''] takes it away. */
  @Parameter
  @Optional
  @Placement(order = 6)
  @DisplayName("SMS URL")
  @Summary("An address of your own that Twilio calls when a message comes in, in place of a flow. On an update #[''] "
      + "takes it away")
  @Example("https://example.com/sms")
  private String smsUrl;

  /** The flow that runs where what takes incoming messages fails; it may answer with TwiML. It needs no source. */
  @Parameter
  @Optional
  @Alias("sms-fallback-flow-ref")
  @FlowReference
  @Placement(order = 7)
  @DisplayName("SMS fallback flow")
  @Summary("The flow that runs where what takes incoming messages fails; it may answer with TwiML. It needs no source")
  @Example("message-failed")
  private String smsFallbackFlow;

  /**
   * An address of your own that Twilio calls where what takes incoming messages fails, in place of a flow. On an update #['']
   * takes it away.
   */
  @Parameter
  @Optional
  @Placement(order = 8)
  @DisplayName("SMS fallback URL")
  @Summary("An address of your own that Twilio calls where what takes incoming messages fails, in place of a flow. On"
      + " an update #[''] takes it away")
  @Example("https://example.com/sms-failed")
  private String smsFallbackUrl;

  /** The flow that runs when Twilio reports the status of a call. It needs no source. */
  @Parameter
  @Optional
  @Alias("status-callback-flow-ref")
  @FlowReference
  @Placement(order = 9)
  @DisplayName("Status callback flow")
  @Summary("The flow that runs when Twilio reports the status of a call. It needs no source")
  @Example("call-status")
  private String statusCallbackFlow;

  /** An address of your own that Twilio calls with the status of a call, in place of a flow. On an update #[''] takes it away. */
  @Parameter
  @Optional
  @Placement(order = 10)
  @DisplayName("Status callback URL")
  @Summary("An address of your own that Twilio calls with the status of a call, in place of a flow. On an update "
      + "#[''] takes it away")
  @Example("https://example.com/status")
  private String statusCallbackUrl;

  /**
   * Values of your own that the flows find in <code>attributes.context</code>. They travel in the addresses that Twilio is
   * given: keep them few and small, and put no secret there.
   */
  @Parameter
  @Optional
  @NullSafe
  @Placement(order = 11)
  @DisplayName("Callback context")
  @Summary("Values of your own that the flow finds in attributes.context. They travel in the callback's address: no secrets")
  private Map<String, String> callbackContext;

  public Map<String, String> getCallbackContext() {
    return callbackContext;
  }

  public boolean hasVoice() {
    return voiceUrlFlow != null || voiceFallbackFlow != null || !isEmpty(voiceUrl) || !isEmpty(voiceFallbackUrl);
  }

  public boolean hasSms() {
    return smsUrlFlow != null || smsFallbackFlow != null || !isEmpty(smsUrl) || !isEmpty(smsFallbackUrl);
  }

  /** Adds the addresses that are set; an empty one takes away what was there. */
  public void addTo(FormRequest request, CallbackUrls urls) {
    add(request, "Voice", "Url", urls.ofChange(CallbackKind.CALL_INSTRUCTIONS, "voice-url-flow-ref", voiceUrlFlow, "voiceUrl",
                                               voiceUrl));
    add(request, "VoiceFallback", "Url", urls.ofChange(CallbackKind.CALL_FALLBACK, "voice-fallback-flow-ref", voiceFallbackFlow,
                                                       "voiceFallbackUrl", voiceFallbackUrl));
    add(request, "Sms", "Url", urls.ofChange(CallbackKind.INBOUND_MESSAGE, "sms-url-flow-ref", smsUrlFlow, "smsUrl", smsUrl));
    add(request, "SmsFallback", "Url", urls.ofChange(CallbackKind.INBOUND_MESSAGE_FALLBACK, "sms-fallback-flow-ref",
                                                     smsFallbackFlow, "smsFallbackUrl", smsFallbackUrl));
    add(request, "StatusCallback", "", urls.ofChange(CallbackKind.CALL_STATUS, "status-callback-flow-ref", statusCallbackFlow,
                                                     "statusCallbackUrl", statusCallbackUrl));
  }

  private static void add(FormRequest request, String name, String suffix, java.util.Optional<URI> url) {
    url.ifPresent(address -> request.with(name + suffix, address).with(name + "Method", "POST"));
  }
}
