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
import org.muletwilio.internal.source.parameter.MessageStatusTarget;
import org.muletwilio.internal.source.registration.Registration;

/** Runs the flow for each status of what is sent through a messaging service, a sender or an application, by whomever. */
@EmitsResponse
@BackPressure(defaultMode = BackPressureMode.FAIL, supportedModes = BackPressureMode.FAIL)
@MetadataScope(outputResolver = SourcePayloads.OfMessageStatus.class)
@DisplayName("On Message Status")
@Summary("Runs the flow for each status of what is sent through a messaging service, sender or application")
public class OnMessageStatus extends NotifiedSource {

  @ParameterGroup(name = "Service, sender or application")
  private MessageStatusTarget target;

  public OnMessageStatus() {
    super(CallbackKind.MESSAGE_STATUS);
  }

  @Override
  Registration getRegistration(CallbackKind kind) {
    return target.toRegistration(kind);
  }
}
