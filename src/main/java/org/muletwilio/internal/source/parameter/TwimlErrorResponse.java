package org.muletwilio.internal.source.parameter;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

/** What Twilio is answered when the flow has failed. */
public class TwimlErrorResponse {

  /** The TwiML: text, bytes or a stream. Default: none, Twilio is answered with 500 and calls the fallback, if there is one. */
  @Parameter
  @Optional(defaultValue = "#[null]")
  @Content(primary = true)
  @Placement(order = 1)
  @DisplayName("Body")
  @Summary("The TwiML that Twilio is answered when the flow has failed. Default: none, Twilio calls the fallback")
  private TypedValue<Object> body;

  public TypedValue<Object> getBody() {
    return body;
  }
}
