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

/** Runs the flow for the status of each call that a number or an application takes. */
@EmitsResponse
@BackPressure(defaultMode = BackPressureMode.FAIL, supportedModes = BackPressureMode.FAIL)
@MetadataScope(outputResolver = SourcePayloads.OfCallStatus.class)
@DisplayName("On Call Status")
@Summary("Runs the flow for the status of each call that a number or an application takes")
public class OnCallStatus extends NotifiedSource {

  @ParameterGroup(name = "Number or application")
  private CallTarget target;

  public OnCallStatus() {
    super(CallbackKind.CALL_STATUS);
  }

  @Override
  Registration getRegistration(CallbackKind kind) {
    return target.toRegistration(kind);
  }
}
