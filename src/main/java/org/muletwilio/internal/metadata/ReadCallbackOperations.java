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

/** Tells a flow, and Studio, what Twilio called back about. */
@Throws(CallbackErrors.class)
public class ReadCallbackOperations {

  private static final String READ_CALLBACK = "twilio:read-callback";

  /**
   * Checks that a callback of this kind runs the flow, and passes the callback on unchanged. As the first element of a flow it
   * tells Studio the types of payload and attributes.
   *
   * @param kind what Twilio calls back about
   * @param payload the callback's payload
   * @param attributes the callback's attributes
   * @return the same payload and attributes
   */
  @DisplayName("Read Callback")
  @Summary("Checks that a callback of this kind runs the flow, and tells Studio the types of its payload and attributes")
  @OutputResolver(output = CallbackPayload.class)
  public Result<Object, CallbackAttributes> readCallback(
      @MetadataKeyId @Placement(order = 1) @DisplayName("Kind")
      @Summary("What Twilio calls back about") CallbackKind kind,
      @Optional(defaultValue = "#[payload]") @Placement(tab = ADVANCED_TAB, order = 1) @DisplayName("Payload")
      @Summary("The callback's payload. Default: the payload of the flow") TypedValue<Object> payload,
      @Optional(defaultValue = "#[attributes]") @Placement(tab = ADVANCED_TAB, order = 2) @DisplayName("Attributes")
      @Summary("The callback's attributes. Default: the attributes of the flow") Object attributes) {
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
    throw new TwilioException(UNEXPECTED_CALLBACK, READ_CALLBACK + ": no callback of Twilio runs this flow, or "
        + READ_CALLBACK + " is not its first element: " + (attributes == null ? "it has no attributes"
            : "its attributes are a " + attributes.getClass().getName()));
  }
}
