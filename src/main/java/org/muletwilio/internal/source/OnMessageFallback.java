package org.muletwilio.internal.source;

import org.mule.runtime.extension.api.annotation.metadata.MetadataScope;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.annotation.param.display.DisplayName;
import org.mule.runtime.extension.api.annotation.param.display.Summary;
import org.mule.runtime.extension.api.annotation.source.BackPressure;
import org.mule.runtime.extension.api.annotation.source.EmitsResponse;
import org.mule.runtime.extension.api.runtime.source.BackPressureMode;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.metadata.SourcePayloads;
import org.muletwilio.internal.source.parameter.MessageTarget;
import org.muletwilio.internal.source.registration.Registration;

/** Runs the flow for a message whose first address has failed; the flow may answer with TwiML. */
@EmitsResponse
@BackPressure(defaultMode = BackPressureMode.FAIL, supportedModes = BackPressureMode.FAIL)
@MetadataScope(outputResolver = SourcePayloads.OfMessageFallback.class)
@DisplayName("On Message Fallback")
@Summary("Runs the flow for a message whose first address has failed; the flow may answer with TwiML")
public class OnMessageFallback extends AnsweringSource {

  @ParameterGroup(name = "Number or service")
  private MessageTarget target;

  public OnMessageFallback() {
    super(CallbackKind.INBOUND_MESSAGE_FALLBACK);
  }

  @Override
  Registration getRegistration(CallbackKind kind) {
    return target.toRegistration(kind);
  }
}
