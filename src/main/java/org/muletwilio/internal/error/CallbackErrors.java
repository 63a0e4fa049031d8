package org.muletwilio.internal.error;

import static java.util.Collections.singleton;

import org.mule.runtime.extension.api.annotation.error.ErrorTypeProvider;
import org.mule.runtime.extension.api.error.ErrorTypeDefinition;

import java.util.Set;

/** The error of what can be used in a flow alone that Twilio called back for. */
public class CallbackErrors implements ErrorTypeProvider {

  @Override
  @SuppressWarnings("rawtypes")
  public Set<ErrorTypeDefinition> getErrorTypes() {
    return singleton(TwilioError.UNEXPECTED_CALLBACK);
  }
}
