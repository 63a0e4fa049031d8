package org.muletwilio.internal.twiml;

import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;
import static org.mule.runtime.extension.api.annotation.param.MediaType.APPLICATION_XML;

import org.mule.runtime.extension.api.annotation.Alias;
import org.mule.runtime.extension.api.annotation.Expression;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.param.reference.FlowReference;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.CallbackEndpointProvider;
import org.muletwilio.internal.error.OperationErrors;
import org.muletwilio.internal.operation.CallbackContextParameters;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.Validation;


import com.twilio.twiml.TwiML;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Redirect;

/**
 * Writes the TwiML with which a flow answers Twilio: each operation appends one verb. Flows are named for the next steps; their
 * URLs are made and escaped here.
 */
@Throws(OperationErrors.class)
public class TwimlOperations {

  /**
   * Speaks a text.
   *
   * @param text the text
   * @param speech voice and language
   * @param twiml the TwiML so far
   * @return the TwiML
   */
  @DisplayName("TwiML Say")
  @Summary("Appends Say to TwiML: a text is spoken")
  @MediaType(APPLICATION_XML)
  public String twimlSay(@DisplayName("Text") @Summary("The text that is spoken") @Example("Hello") String text,
                         @ParameterGroup(name = "Speech") SpeechParameters speech,
                         @ParameterGroup(name = "TwiML") TwimlParameters twiml) {
    return TwimlText.append("twilio:twiml-say", twiml.getAfter(), speech.toVerb(text));
  }

  /**
   * Asks for keys or speech, and gives them to a flow.
   *
   * @param config whose endpoint serves the flow
   * @param correlation is returned with the callback
   * @param gather what is asked for
   * @param speech voice and language of the prompt
   * @param context the values that come back with the callback
   * @param twiml the TwiML so far
   * @return the TwiML
   */
  @DisplayName("TwiML Gather")
  @Summary("Appends Gather to TwiML: the caller presses keys or speaks, and a flow gets what it was")
  @MediaType(APPLICATION_XML)
  public String twimlGather(@Config CallbackEndpointProvider config, CorrelationInfo correlation,
                            @ParameterGroup(name = "Gather") GatherParameters gather,
                            @ParameterGroup(name = "Speech") SpeechParameters speech,
                            @ParameterGroup(name = "Callback context") CallbackContextParameters context,
                            @ParameterGroup(name = "TwiML") TwimlParameters twiml) {
    String operation = "twilio:twiml-gather";
    CallbackUrls urls = new CallbackUrls(operation, config.getEndpoint(), correlation, context.getCallbackContext());
    return append(operation, urls, twiml, gather.toVerb(operation, urls, speech));
  }

  /**
   * Records the caller.
   *
   * @param config whose endpoint serves the flows
   * @param correlation is returned with the callbacks
   * @param record what is recorded
   * @param context the values that come back with the callbacks
   * @param twiml the TwiML so far
   * @return the TwiML
   */
  @DisplayName("TwiML Record")
  @Summary("Appends Record to TwiML: the caller is recorded")
  @MediaType(APPLICATION_XML)
  public String twimlRecord(@Config CallbackEndpointProvider config, CorrelationInfo correlation,
                            @ParameterGroup(name = "Record") RecordVerbParameters record,
                            @ParameterGroup(name = "Callback context") CallbackContextParameters context,
                            @ParameterGroup(name = "TwiML") TwimlParameters twiml) {
    String operation = "twilio:twiml-record";
    CallbackUrls urls = new CallbackUrls(operation, config.getEndpoint(), correlation, context.getCallbackContext());
    return append(operation, urls, twiml, record.toVerb(operation, urls));
  }

  /**
   * Connects the caller with a number or a conference.
   *
   * @param config whose endpoint serves the flows
   * @param correlation is returned with the callbacks
   * @param dial who is connected
   * @param context the values that come back with the callbacks
   * @param twiml the TwiML so far
   * @return the TwiML
   */
  @DisplayName("TwiML Dial")
  @Summary("Appends Dial to TwiML: the caller is connected with a number or a conference")
  @MediaType(APPLICATION_XML)
  public String twimlDial(@Config CallbackEndpointProvider config, CorrelationInfo correlation,
                          @ParameterGroup(name = "Dial") DialParameters dial,
                          @ParameterGroup(name = "Callback context") CallbackContextParameters context,
                          @ParameterGroup(name = "TwiML") TwimlParameters twiml) {
    String operation = "twilio:twiml-dial";
    CallbackUrls urls = new CallbackUrls(operation, config.getEndpoint(), correlation, context.getCallbackContext());
    return append(operation, urls, twiml, dial.toVerb(operation, urls));
  }

  /**
   * Goes on with the TwiML of another flow.
   *
   * @param config whose endpoint serves the flow
   * @param correlation is returned with the callback
   * @param urlFlow the flow that answers with the TwiML
   * @param url a URL of your own, instead of a flow
   * @param context the values that come back with the callback
   * @param twiml the TwiML so far
   * @return the TwiML
   */
  @DisplayName("TwiML Redirect")
  @Summary("Appends Redirect to TwiML: the call goes on with the TwiML of another flow")
  @MediaType(APPLICATION_XML)
  public String twimlRedirect(@Config CallbackEndpointProvider config, CorrelationInfo correlation,
                              @Optional @Alias("url-flow-ref") @Expression(NOT_SUPPORTED) @FlowReference
                              @DisplayName("Flow") @Example("menu")
                              @Summary("The flow that answers with the TwiML. It needs no source") String urlFlow,
                              @Optional @DisplayName("URL") @Example("https://example.com/twiml")
                              @Summary("A URL of your own that answers with the TwiML, instead of a flow") String url,
                              @ParameterGroup(name = "Callback context") CallbackContextParameters context,
                              @ParameterGroup(name = "TwiML") TwimlParameters twiml) {
    String operation = "twilio:twiml-redirect";
    CallbackUrls urls = new CallbackUrls(operation, config.getEndpoint(), correlation, context.getCallbackContext());
    String target = urls.of(CallbackKind.CALL_INSTRUCTIONS, "url-flow-ref", urlFlow, "url", url)
        .orElseThrow(() -> Validation.invalid(operation, "has no target: set url-flow-ref or url"));
    return append(operation, urls, twiml, new Redirect.Builder(target).build());
  }

  /**
   * Hangs up.
   *
   * @param twiml the TwiML so far
   * @return the TwiML
   */
  @DisplayName("TwiML Hangup")
  @Summary("Appends Hangup to TwiML: the call ends")
  @MediaType(APPLICATION_XML)
  public String twimlHangup(@ParameterGroup(name = "TwiML") TwimlParameters twiml) {
    return TwimlText.append("twilio:twiml-hangup", twiml.getAfter(), new Hangup.Builder().build());
  }

  /**
   * Answers an incoming message with another.
   *
   * @param config whose endpoint serves the flow
   * @param correlation is returned with the callback
   * @param reply the message
   * @param context the values that come back with the callback
   * @param twiml the TwiML so far
   * @return the TwiML
   */
  @DisplayName("TwiML Message")
  @Summary("Appends Message to TwiML: an incoming message is answered with another")
  @MediaType(APPLICATION_XML)
  public String twimlMessage(@Config CallbackEndpointProvider config, CorrelationInfo correlation,
                             @ParameterGroup(name = "Message") ReplyParameters reply,
                             @ParameterGroup(name = "Callback context") CallbackContextParameters context,
                             @ParameterGroup(name = "TwiML") TwimlParameters twiml) {
    String operation = "twilio:twiml-message";
    CallbackUrls urls = new CallbackUrls(operation, config.getEndpoint(), correlation, context.getCallbackContext());
    return append(operation, urls, twiml, reply.toVerb(operation, urls));
  }

  private static String append(String operation, CallbackUrls urls, TwimlParameters twiml, TwiML verb) {
    urls.requireFlowForContext();
    return TwimlText.append(operation, twiml.getAfter(), verb);
  }
}
