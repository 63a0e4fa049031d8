package org.muletwilio.internal.error;

import static java.util.Collections.unmodifiableSet;
import static java.util.EnumSet.complementOf;
import static java.util.EnumSet.of;

import org.mule.runtime.extension.api.annotation.error.ErrorTypeProvider;
import org.mule.runtime.extension.api.error.ErrorTypeDefinition;

import java.util.LinkedHashSet;
import java.util.Set;

/** The errors that every operation which sends requests to Twilio may raise: all but those of callbacks. */
public class OperationErrors implements ErrorTypeProvider {

  @Override
  @SuppressWarnings("rawtypes")
  public Set<ErrorTypeDefinition> getErrorTypes() {
    return unmodifiableSet(new LinkedHashSet<>(complementOf(of(TwilioError.UNEXPECTED_CALLBACK, TwilioError.INVALID_SIGNATURE))));
  }
}
