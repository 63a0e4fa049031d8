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
import org.muletwilio.internal.source.parameter.CallTarget;
import org.muletwilio.internal.source.registration.Registration;

/** Runs the flow for each call that arrives; the flow answers with TwiML. */
@EmitsResponse
@BackPressure(defaultMode = BackPressureMode.FAIL, supportedModes = BackPressureMode.FAIL)
@MetadataScope(outputResolver = SourcePayloads.OfCall.class)
@DisplayName("On Call")
@Summary("Runs the flow for each call that arrives; the flow answers with TwiML")
public class OnCall extends AnsweringSource {

  @ParameterGroup(name = "Number or application")
  private CallTarget target;

  public OnCall() {
    super(CallbackKind.CALL_INSTRUCTIONS);
  }

  @Override
  Registration getRegistration(CallbackKind kind) {
    return target.toRegistration(kind);
  }
}
