package org.muletwilio.internal.operation;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import java.util.Map;

/** The values that come back with a callback. */
public class CallbackContextParameters {

  /**
   * Values that the flow gets back in <code>attributes.context</code>. They are a part of the callback URL: put no secrets
   * there.
   */
  @Parameter
  @Optional
  @Placement(order = 31)
  @DisplayName("Callback context")
  @Summary("Values that the flow gets back in attributes.context. They are a part of the callback URL: put no secrets there")
  private Map<String, String> callbackContext;

  public Map<String, String> getCallbackContext() {
    return callbackContext;
  }
}
