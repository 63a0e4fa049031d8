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

/** Runs the flow for a call whose first address has failed; the flow answers with TwiML. */
@EmitsResponse
@BackPressure(defaultMode = BackPressureMode.FAIL, supportedModes = BackPressureMode.FAIL)
@MetadataScope(outputResolver = SourcePayloads.OfCallFallback.class)
@DisplayName("On Call Fallback")
@Summary("Runs the flow for a call whose first address has failed; the flow answers with TwiML")
public class OnCallFallback extends AnsweringSource {

  @ParameterGroup(name = "Number or application")
  private CallTarget target;

  public OnCallFallback() {
    super(CallbackKind.CALL_FALLBACK);
  }

  @Override
  Registration getRegistration(CallbackKind kind) {
    return target.toRegistration(kind);
  }
}
