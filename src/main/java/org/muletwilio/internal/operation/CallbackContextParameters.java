package org.muletwilio.internal.operation;

import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;

import java.util.Map;

/** What comes back with a callback. */
public class CallbackContextParameters {

  /**
   * Values of your own that the flow finds in <code>attributes.context</code>. They travel in the callback's address: no secrets.
   */
  @Parameter
  @Optional
  @Placement(order = 31)
  @DisplayName("Callback context")
  @Summary("Values of your own that the flow finds in attributes.context. They travel in the callback's address: no secrets")
  private Map<String, String> callbackContext;

  public Map<String, String> getCallbackContext() {
    return callbackContext;
  }
}
