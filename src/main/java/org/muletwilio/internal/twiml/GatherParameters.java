package org.muletwilio.internal.twiml;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.mule.runtime.api.meta.ExpressionSupport.NOT_SUPPORTED;

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
import org.muletwilio.api.parameter.GatherInput;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.operation.DurationSeconds;
import org.muletwilio.internal.operation.Validation;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.twilio.twiml.voice.Gather;

/** What the caller presses or says, and which flow gets it. */
public class GatherParameters {

  /** What is spoken while the caller may press keys or speak. */
  @Parameter
  @Optional
  @Placement(order = 1)
  @DisplayName("Prompt")
  @Summary("What is spoken while the caller may press keys or speak")
  @Example("Press 1 for yes and 2 for no")
  private String prompt;

  /** The flow that gets the digits or speech and answers with TwiML. It needs no source. */
  @Parameter
  @Optional
  @Alias("action-flow-ref")
  @Expression(NOT_SUPPORTED)
  @FlowReference
  @Placement(order = 2)
  @DisplayName("Action flow")
  @Summary("The flow that gets the digits or speech and answers with TwiML. It needs no source")
  @Example("choice")
  private String actionFlow;

  /** A URL of your own that gets the digits or speech, instead of a flow. */
  @Parameter
  @Optional
  @Placement(order = 3)
  @DisplayName("Action URL")
  @Summary("A URL of your own that gets the digits or speech, instead of a flow")
  @Example("https://example.com/next")
  private String actionUrl;

  /** What the caller may use. Default: DTMF. */
  @Parameter
  @Optional(defaultValue = "DTMF")
  @Placement(order = 4)
  @DisplayName("Input")
  @Summary("What the caller may use: DTMF (keys), SPEECH or BOTH. Default: DTMF")
  private GatherInput input;

  /** The number of digits to wait for. Default: all digits until the timeout or the finish key. */
  @Parameter
  @Optional
  @Placement(order = 5)
  @DisplayName("Number of digits")
  @Summary("The number of digits to wait for. Default: all digits until the timeout or the finish key")
  @Example("1")
  private Integer numDigits;

  /** How long Twilio waits for the next key or word. Default: 5 seconds. */
  @Parameter
  @Optional
  @Placement(order = 6)
  @DisplayName("Timeout")
  @Summary("How long Twilio waits for the next key or word, in the unit of timeoutUnit. Default: 5 seconds")
  @Example("5")
  private Integer timeout;

  /** The unit of the timeout. Default: SECONDS. */
  @Parameter
  @Optional(defaultValue = "SECONDS")
  @Placement(order = 7)
  @DisplayName("Timeout unit")
  @Summary("The unit of the timeout. Default: SECONDS")
  private TimeUnit timeoutUnit;

  /** The key that ends the input. Default: #. */
  @Parameter
  @Optional
  @Placement(order = 8)
  @DisplayName("Finish key")
  @Summary("The key that ends the input. Default: #")
  @Example("#")
  private String finishOnKey;

  /**
   * @param operation the operation's name in XML, for messages
   * @param urls makes the URL
   * @param speech voice and language of the prompt
   * @return the verb
   */
  Gather toVerb(String operation, CallbackUrls urls, SpeechParameters speech) {
    Gather.Builder gather = new Gather.Builder().inputs(inputs())
        .timeout(DurationSeconds.of(operation, "timeout", timeout, timeoutUnit, 1, Integer.MAX_VALUE));
    urls.of(CallbackKind.CALL_INSTRUCTIONS, "action-flow-ref", actionFlow, "actionUrl", actionUrl).ifPresent(gather::action);
    if (numDigits != null) {
      gather.numDigits(numDigits);
    }
    if (finishOnKey != null) {
      gather.finishOnKey(finishOnKey);
    }
    if (!Validation.isEmpty(prompt)) {
      gather.say(speech.toVerb(prompt));
    }
    return gather.build();
  }

  private List<Gather.Input> inputs() {
    return input == GatherInput.BOTH ? asList(Gather.Input.DTMF, Gather.Input.SPEECH)
        : singletonList(input == GatherInput.DTMF ? Gather.Input.DTMF : Gather.Input.SPEECH);
  }
}
