package org.muletwilio.internal.error;

import static java.util.Collections.singleton;

import org.mule.runtime.extension.api.annotation.error.ErrorTypeProvider;
import org.mule.runtime.extension.api.error.ErrorTypeDefinition;

import java.util.Set;

/** The error of operations that work only in a flow that Twilio called back. */
public class CallbackErrors implements ErrorTypeProvider {

  @Override
  @SuppressWarnings("rawtypes")
  public Set<ErrorTypeDefinition> getErrorTypes() {
    return singleton(TwilioError.UNEXPECTED_CALLBACK);
  }
}
