package org.muletwilio.testkit.module.os;

import org.mule.runtime.extension.api.annotation.error.ErrorTypeProvider;
import org.mule.runtime.extension.api.error.ErrorTypeDefinition;

import java.util.Set;

/** The errors that every operation declares. */
@SuppressWarnings("rawtypes")
public class ObjectStoreErrors implements ErrorTypeProvider {

  @Override
  public Set<ErrorTypeDefinition> getErrorTypes() {
    return Set.of(ObjectStoreError.values());
  }
}
