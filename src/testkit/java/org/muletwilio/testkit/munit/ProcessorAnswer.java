package org.muletwilio.testkit.munit;

import org.mule.runtime.api.message.ErrorType;
import org.mule.runtime.api.metadata.TypedValue;

import java.util.Map;
import java.util.Optional;

/**
 * What a mocked processor does.
 *
 * @param flow runs in its place
 * @param error it ends with
 */
public record ProcessorAnswer(Optional<TypedValue<?>> payload, Optional<TypedValue<?>> attributes,
                              Map<String, TypedValue<?>> variables, Optional<ErrorType> error, Optional<String> flow) {
}
