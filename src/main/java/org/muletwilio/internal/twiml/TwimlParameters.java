package org.muletwilio.internal.twiml;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Example;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

/** What comes before, and what comes back. */
public class TwimlParameters {

  /** The TwiML that this is added to, often the payload. Default: none, a new Response. */
  @Parameter
  @Optional
  @Placement(order = 30)
  @DisplayName("After")
  @Summary("The TwiML that this is added to, often #[payload]. Default: none, a new Response")
  @Example("#[payload]")
  private String after;

  String getAfter() {
    return after;
  }
}
