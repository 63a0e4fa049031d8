package org.muletwilio.testkit.munit.interception;

import org.mule.runtime.api.message.ErrorType;
import org.mule.runtime.api.metadata.TypedValue;

import java.util.Map;
import java.util.Optional;

/**
 * What a mocked processor does.
 *
 * @param error the type of the error that it ends with
 * @param cause the exception that it ends with
 * @param flow runs in its place
 */
public record ProcessorAnswer(Optional<TypedValue<?>> payload, Optional<TypedValue<?>> attributes,
                              Map<String, TypedValue<?>> variables, Optional<ErrorType> error, Optional<Throwable> cause,
                              Optional<String> flow) {
}
