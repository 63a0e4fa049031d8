package org.muletwilio.internal.twiml;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import com.twilio.twiml.voice.Say;

/** How text is spoken. */
public class SpeechParameters {

  /** The voice, by Twilio's name. Default: the account's own. */
  @Parameter
  @Optional
  @Placement(order = 20)
  @DisplayName("Voice")
  @Summary("The voice, by Twilio's name. Default: the account's own")
  @Example("Polly.Joanna")
  private String voice;

  /** The language of the text. Default: en-US. */
  @Parameter
  @Optional
  @Placement(order = 21)
  @DisplayName("Language")
  @Summary("The language of the text. Default: en-US")
  @Example("en-GB")
  private String language;

  /**
   * @param text the text
   * @return the verb
   */
  Say toVerb(String text) {
    Say.Builder say = new Say.Builder(text);
    if (voice != null) {
      say.option("voice", voice);
    }
    if (language != null) {
      say.option("language", language);
    }
    return say.build();
  }
}
