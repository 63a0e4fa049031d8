package org.muletwilio.testkit.module.os;

import org.mule.runtime.extension.api.error.ErrorTypeDefinition;

import java.util.Optional;

/** The errors of the operations. */
public enum ObjectStoreError implements ErrorTypeDefinition<ObjectStoreError> {

  ANY, INVALID_KEY, NULL_VALUE, KEY_NOT_FOUND, KEY_ALREADY_EXISTS, STORE_NOT_AVAILABLE;

  @Override
  public Optional<ErrorTypeDefinition<? extends Enum<?>>> getParent() {
    return this == ANY ? Optional.empty() : Optional.of(ANY);
  }
}
