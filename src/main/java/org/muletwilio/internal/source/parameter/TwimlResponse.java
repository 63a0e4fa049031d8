package org.muletwilio.internal.source.parameter;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

/** What Twilio is answered when the flow has succeeded. */
public class TwimlResponse {

  /** The TwiML: text, bytes or a stream. An empty one answers nothing. Default: the payload at the flow's end. */
  @Parameter
  @Optional(defaultValue = "#[payload]")
  @Content(primary = true)
  @Placement(order = 1)
  @DisplayName("Body")
  @Summary("The TwiML that Twilio is answered when the flow has succeeded. Default: the payload at the flow's end")
  private TypedValue<Object> body;

  public TypedValue<Object> getBody() {
    return body;
  }
}
