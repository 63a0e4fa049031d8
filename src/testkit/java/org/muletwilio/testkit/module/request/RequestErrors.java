package org.muletwilio.testkit.module.request;

import org.mule.runtime.extension.api.annotation.error.ErrorTypeProvider;
import org.mule.runtime.extension.api.error.ErrorTypeDefinition;

import java.util.Set;

/** The errors that a request declares. */
@SuppressWarnings("rawtypes")
public class RequestErrors implements ErrorTypeProvider {

  @Override
  public Set<ErrorTypeDefinition> getErrorTypes() {
    return Set.of(HttpError.values());
  }
}
