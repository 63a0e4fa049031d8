package org.muletwilio.internal.application;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.muletwilio.internal.operation.Validation.isEmpty;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
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

import java.util.Map;

/** What happens to incoming calls and messages of a number or an application. */
public class InboundParameters {

  /** The flow that answers incoming calls with TwiML. It needs no source. */
  @Parameter
  @Optional
  @Alias("voice-url-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 1)
  @DisplayName("Voice flow")
  @Summary("The flow that answers incoming calls with TwiML. It needs no source")
  @Example("answer-call")
  private String voiceUrlFlow;

  /** A URL of your own that answers incoming calls with TwiML, instead of a flow. On an update, #[''] removes it. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Voice URL")
  @Summary("A URL of your own that answers incoming calls with TwiML, instead of a flow. On an update, #[''] removes it")
  @Example("https://example.com/voice")
  private String voiceUrl;

  /** The flow that answers incoming calls with TwiML when the first flow or URL fails. It needs no source. */
  @Parameter
  @Optional
  @Alias("voice-fallback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 3)
  @DisplayName("Voice fallback flow")
  @Summary("The flow that answers incoming calls with TwiML when the first flow or URL fails. It needs no source")
  @Example("call-failed")
  private String voiceFallbackFlow;

  /**
   * A URL of your own that answers incoming calls when the first one fails, instead of a flow. On an update, #[''] removes it.
   */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Voice fallback URL")
  @Summary("A URL of your own that answers incoming calls when the first one fails, instead of a flow. On an update, #[''] "
      + "removes it")
  @Example("https://example.com/voice-failed")
  private String voiceFallbackUrl;

  /** The flow that runs when a message arrives; it may answer with TwiML. It needs no source. */
  @Parameter
  @Optional
  @Alias("sms-url-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 5)
  @DisplayName("SMS flow")
  @Summary("The flow that runs when a message arrives; it may answer with TwiML. It needs no source")
  @Example("message-in")
  private String smsUrlFlow;

  /** A URL of your own that Twilio calls when a message arrives, instead of a flow. On an update, #[''] removes it. */
  @Parameter
  @Optional
  @Placement(order = 6)
  @DisplayName("SMS URL")
  @Summary("A URL of your own that Twilio calls when a message arrives, instead of a flow. On an update, #[''] removes it")
  @Example("https://example.com/sms")
  private String smsUrl;

  /** The flow that runs for incoming messages when the first flow or URL fails; it may answer with TwiML. It needs no source. */
  @Parameter
  @Optional
  @Alias("sms-fallback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 7)
  @DisplayName("SMS fallback flow")
  @Summary("The flow that runs for incoming messages when the first flow or URL fails; it may answer with TwiML. It needs no "
      + "source")
  @Example("message-failed")
  private String smsFallbackFlow;

  /**
   * A URL of your own that Twilio calls for incoming messages when the first one fails, instead of a flow. On an update, #['']
   * removes it.
   */
  @Parameter
  @Optional
  @Placement(order = 8)
  @DisplayName("SMS fallback URL")
  @Summary("A URL of your own that Twilio calls for incoming messages when the first one fails, instead of a flow. On an "
      + "update, #[''] removes it")
  @Example("https://example.com/sms-failed")
  private String smsFallbackUrl;

  /** The flow that runs when Twilio reports the status of a call. It needs no source. */
  @Parameter
  @Optional
  @Alias("status-callback-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 9)
  @DisplayName("Status callback flow")
  @Summary("The flow that runs when Twilio reports the status of a call. It needs no source")
  @Example("call-status")
  private String statusCallbackFlow;

  /** A URL of your own that Twilio calls with the status of a call, instead of a flow. On an update, #[''] removes it. */
  @Parameter
  @Optional
  @Placement(order = 10)
  @DisplayName("Status callback URL")
  @Summary("A URL of your own that Twilio calls with the status of a call, instead of a flow. On an update, #[''] removes it")
  @Example("https://example.com/status")
  private String statusCallbackUrl;

  /**
   * Values that the flows get back in <code>attributes.context</code>. They are a part of the callback URLs: keep them few and
   * small, and put no secrets there.
   */
  @Parameter
  @Optional
  @NullSafe
  @Placement(order = 11)
  @DisplayName("Callback context")
  @Summary("Values that the flow gets back in attributes.context. They are a part of the callback URL: put no secrets there")
  private Map<String, String> callbackContext;

  public Map<String, String> getCallbackContext() {
    return callbackContext;
  }

  /** @return whether a flow or URL for calls is set */
  public boolean hasVoice() {
    return voiceUrlFlow != null || voiceFallbackFlow != null || !isEmpty(voiceUrl) || !isEmpty(voiceFallbackUrl);
  }

  /** @return whether a flow or URL for messages is set */
  public boolean hasSms() {
    return smsUrlFlow != null || smsFallbackFlow != null || !isEmpty(smsUrl) || !isEmpty(smsFallbackUrl);
  }

  /** @return whether a flow for messages is set */
  public boolean hasSmsFlow() {
    return smsUrlFlow != null || smsFallbackFlow != null;
  }

  /** Adds the URLs that are set; an empty one removes what was there. */
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

  private static void add(FormRequest request, String name, String suffix, java.util.Optional<String> url) {
    url.ifPresent(value -> request.with(name + suffix, value).with(name + "Method", "POST"));
  }
}
