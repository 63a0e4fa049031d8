package org.muletwilio.internal.metadata;

import static org.mule.runtime.extension.api.annotation.param.display.Placement.ADVANCED_TAB;
import static org.muletwilio.internal.error.TwilioError.UNEXPECTED_CALLBACK;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.metadata.MetadataKeyId;
import org.mule.runtime.extension.api.annotation.metadata.OutputResolver;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Placement;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.runtime.operation.Result;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.error.CallbackErrors;
import org.muletwilio.internal.error.TwilioException;

/** Tells flows, and those who write them, what Twilio called back about. */
@Throws(CallbackErrors.class)
public class ReadCallbackOperations {

  private static final String READ_CALLBACK = "twilio:read-callback";

  /**
   * Makes sure that the flow was run by a callback of a kind, and passes the callback on as it is. Put first in a flow, it lets
   * Studio know what the payload and the attributes hold.
   *
   * @param kind what Twilio is to have called back about
   * @param payload the callback's payload
   * @param attributes the callback's attributes
   * @return the same payload and attributes
   */
  @DisplayName("Read Callback")
  @Summary("Makes sure that the flow was run by a callback of a kind, and lets Studio know what its payload and attributes hold")
  @OutputResolver(output = CallbackPayload.class)
  public Result<Object, CallbackAttributes> readCallback(
      @MetadataKeyId @Placement(order = 1) @DisplayName("Kind")
      @Summary("What Twilio is to have called back about") CallbackKind kind,
      @Optional(defaultValue = "#[payload]") @Placement(tab = ADVANCED_TAB, order = 1) @DisplayName("Payload")
      @Summary("The callback's payload. Default: that of the flow") TypedValue<Object> payload,
      @Optional(defaultValue = "#[attributes]") @Placement(tab = ADVANCED_TAB, order = 2) @DisplayName("Attributes")
      @Summary("The callback's attributes. Default: those of the flow") Object attributes) {
    CallbackAttributes callback = requireCallback(attributes);
    if (callback.getKind() != kind) {
      throw new TwilioException(UNEXPECTED_CALLBACK, READ_CALLBACK + ": flow '" + callback.getFlow() + "' reads callbacks of "
          + "kind " + kind + ", but Twilio called back for it about " + callback.getKind() + ": set kind=\"" + callback.getKind()
          + "\", or name another flow where that callback is asked for");
    }
    return Result.<Object, CallbackAttributes>builder().output(payload.getValue()).mediaType(payload.getDataType().getMediaType())
        .attributes(callback).build();
  }

  private static CallbackAttributes requireCallback(Object attributes) {
    if (attributes instanceof CallbackAttributes) {
      return (CallbackAttributes) attributes;
    }
    throw new TwilioException(UNEXPECTED_CALLBACK, READ_CALLBACK + ": the flow was not run by a callback of Twilio's, or "
        + READ_CALLBACK + " is not its first element: " + (attributes == null ? "it has no attributes"
            : "its attributes are a " + attributes.getClass().getName()));
  }
}
