package org.muletwilio.internal.recording;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import org.muletwilio.api.parameter.TranscriptionTrack;
import org.muletwilio.internal.operation.FormRequest;
import org.muletwilio.internal.operation.PathParameters;
import org.muletwilio.internal.operation.TextValues;
import org.muletwilio.internal.operation.TwilioEnums;

import java.util.List;

/** A call's live transcription to start. */
public class TranscriptionParameters {

  /** The SID of the call to transcribe, CA…; it must be in progress. */
  @Parameter
  @Placement(order = 1)
  @DisplayName("Call SID")
  @Summary("The SID of the call to transcribe, CA…; it must be in progress")
  @Example("CAXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String callSid;

  /** A name for the transcription, unique in the call, by which it can be stopped. */
  @Parameter
  @Optional
  @Placement(order = 2)
  @DisplayName("Transcription name")
  @Summary("A name for the transcription, unique in the call, by which it can be stopped")
  @Example("order-hotline")
  private String transcriptionName;

  /** Which side of the call is transcribed. Default: BOTH. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Track")
  @Summary("Which side of the call is transcribed. Default: BOTH")
  private TranscriptionTrack track;

  /** The language that is spoken, as a BCP 47 tag. Default: en-US. */
  @Parameter
  @Optional
  @Placement(order = 4)
  @DisplayName("Language")
  @Summary("The language that is spoken, as a BCP 47 tag. Default: en-US")
  @Example("en-US")
  private String language;

  /** Whether parts of a phrase are reported before it is complete. Default: false. */
  @Parameter
  @Optional(defaultValue = "false")
  @Placement(order = 5)
  @DisplayName("Partial results")
  @Summary("Whether parts of a phrase are reported before it is complete. Default: false")
  @Example("true")
  private boolean partialResults;

  /** The engine that transcribes, such as google or deepgram. Default: google. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 1)
  @DisplayName("Engine")
  @Summary("The engine that transcribes, such as google or deepgram. Default: google")
  @Example("google")
  private String engine;

  /** The speech model of the engine. Default: the engine's model for phone calls. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 2)
  @DisplayName("Speech model")
  @Summary("The speech model of the engine. Default: the engine's model for phone calls")
  @Example("telephony")
  private String speechModel;

  /** Words and phrases that are likely to be heard. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 3)
  @DisplayName("Hints")
  @Summary("Words and phrases that are likely to be heard")
  private List<String> hints;

  /** Whether profanities are written with asterisks. Default: true. */
  @Parameter
  @Optional(defaultValue = "true")
  @Placement(tab = ADVANCED_TAB, order = 4)
  @DisplayName("Profanity filter")
  @Summary("Whether profanities are written with asterisks. Default: true")
  @Example("false")
  private boolean profanityFilter;

  /** Whether punctuation is added. Default: true. */
  @Parameter
  @Optional(defaultValue = "true")
  @Placement(tab = ADVANCED_TAB, order = 5)
  @DisplayName("Automatic punctuation")
  @Summary("Whether punctuation is added. Default: true")
  @Example("false")
  private boolean automaticPunctuation;

  /** A name for the audio that Twilio receives. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 6)
  @DisplayName("Inbound track label")
  @Summary("A name for the audio that Twilio receives")
  @Example("caller")
  private String inboundTrackLabel;

  /** A name for the audio that Twilio sends. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 7)
  @DisplayName("Outbound track label")
  @Summary("A name for the audio that Twilio sends")
  @Example("agent")
  private String outboundTrackLabel;

  /** Whether the engine's own data is reported, too. Default: false. */
  @Parameter
  @Optional(defaultValue = "false")
  @Placement(tab = ADVANCED_TAB, order = 8)
  @DisplayName("Provider data")
  @Summary("Whether the engine's own data is reported, too. Default: false")
  @Example("true")
  private boolean providerData;

  /** The SID or unique name of the Conversational Intelligence service that keeps the transcript. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 9)
  @DisplayName("Intelligence service")
  @Summary("The SID or unique name of the Conversational Intelligence service that keeps the transcript")
  @Example("GAXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX")
  private String intelligenceService;

  /** The ID of a conversation configuration at Twilio. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 10)
  @DisplayName("Conversation configuration")
  @Summary("The ID of a conversation configuration at Twilio")
  @Example("conversation_configuration_01")
  private String conversationConfiguration;

  /** The ID of the conversation at Twilio to which the transcription belongs. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 11)
  @DisplayName("Conversation ID")
  @Summary("The ID of the conversation at Twilio to which the transcription belongs")
  @Example("conversation_01")
  private String conversationId;

  /** The ID of a transcription configuration at Twilio, instead of single settings. */
  @Parameter
  @Optional
  @Placement(tab = ADVANCED_TAB, order = 12)
  @DisplayName("Transcription configuration ID")
  @Summary("The ID of a transcription configuration at Twilio, instead of single settings")
  @Example("transcription_configuration_01")
  private String transcriptionConfigurationId;

  /**
   * @param operation the operation's name in XML, for messages
   * @return the request for this transcription
   * @throws TwilioException if Twilio would not accept it, naming what is wrong
   */
  FormRequest toRequest(String operation) {
    // what is as Twilio has it by default is not sent, so that it does not override a transcription configuration
    return FormRequest.to("Calls", PathParameters.sid(operation, "callSid", "the call", callSid, "CA"), "Transcriptions")
        .with("Name", transcriptionName)
        .with("Track", TwilioEnums.of(track, TranscriptionTrack::getTwilioName))
        .with("LanguageCode", language)
        .with("PartialResults", partialResults ? true : null)
        .with("TranscriptionEngine", engine)
        .with("SpeechModel", speechModel)
        .with("Hints", hints == null || hints.isEmpty() ? null : String.join(",", TextValues.in(operation, "hints", hints)))
        .with("ProfanityFilter", profanityFilter ? null : false)
        .with("EnableAutomaticPunctuation", automaticPunctuation ? null : false)
        .with("InboundTrackLabel", inboundTrackLabel)
        .with("OutboundTrackLabel", outboundTrackLabel)
        .with("EnableProviderData", providerData ? true : null)
        .with("IntelligenceService", intelligenceService)
        .with("ConversationConfiguration", conversationConfiguration)
        .with("ConversationId", conversationId)
        .with("TranscriptionConfigurationId", transcriptionConfigurationId);
  }
}
