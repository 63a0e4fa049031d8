package org.muletwilio.internal.twiml;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

/** The TwiML that a verb is appended to. */
public class TwimlParameters {

  /** The TwiML that the verb is appended to, often the payload. Default: a new Response. */
  @Parameter
  @Optional
  @Placement(order = 30)
  @DisplayName("After")
  @Summary("The TwiML that the verb is appended to, often #[payload]. Default: a new Response")
  @Example("#[payload]")
  private String after;

  String getAfter() {
    return after;
  }
}
