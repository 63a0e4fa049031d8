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

/** Runs the flow for each message that arrives; the flow may answer with TwiML. */
@EmitsResponse
@BackPressure(defaultMode = BackPressureMode.FAIL, supportedModes = BackPressureMode.FAIL)
@MetadataScope(outputResolver = SourcePayloads.OfMessage.class)
@DisplayName("On Message")
@Summary("Runs the flow for each message that arrives; the flow may answer with TwiML")
public class OnMessage extends AnsweringSource {

  @ParameterGroup(name = "Number or service")
  private MessageTarget target;

  public OnMessage() {
    super(CallbackKind.INBOUND_MESSAGE);
  }

  @Override
  Registration getRegistration(CallbackKind kind) {
    return target.toRegistration(kind);
  }
}
