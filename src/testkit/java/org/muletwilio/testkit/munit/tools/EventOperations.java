package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.metadata.OutputResolver;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.NullSafe;
import org.mule.runtime.extension.api.runtime.operation.Result;

import org.muletwilio.testkit.module.content.AnyOutput;
import org.muletwilio.testkit.munit.interception.NewEvent;
import org.muletwilio.testkit.munit.tools.parameter.EventAttributes;
import org.muletwilio.testkit.munit.tools.parameter.EventError;
import org.muletwilio.testkit.munit.tools.parameter.EventPayload;
import org.muletwilio.testkit.munit.tools.parameter.Variable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;

/**
 * Sets the event of a test. What it returns is made into an event by those who intercept processors.
 */
public class EventOperations {

  @Inject
  private KnownErrors errors;

  @MediaType(value = MediaType.ANY, strict = false)
  @OutputResolver(output = AnyOutput.class)
  public Result<Object, Void>
      setEvent(@org.mule.runtime.extension.api.annotation.param.Optional(defaultValue = "false") boolean cloneOriginalEvent,
               @org.mule.runtime.extension.api.annotation.param.Optional EventPayload payload,
               @org.mule.runtime.extension.api.annotation.param.Optional EventAttributes attributes,
               @org.mule.runtime.extension.api.annotation.param.Optional @NullSafe List<Variable> variables,
               @org.mule.runtime.extension.api.annotation.param.Optional EventError error) {
    Optional<TypedValue<?>> newPayload = Optional.ofNullable(payload).map(EventPayload::typedValue);
    Optional<TypedValue<?>> newAttributes = Optional.ofNullable(attributes).map(EventAttributes::typedValue);
    return Result.<Object, Void>builder().output(new NewEvent(cloneOriginalEvent, newPayload, newAttributes,
                                                              Variable.values(variables),
                                                              Optional.ofNullable(error).map(this::error))).build();
  }

  private NewEvent.EventError error(EventError error) {
    String type = first(error.getTypeId(), error.getId()).map(String::valueOf)
        .orElseThrow(() -> new AssertionError("munit:error needs an id, such as TWILIO:INVALID_REQUEST"));
    return new NewEvent.EventError(errors.type(type),
        KnownErrors.exception(first(error.getCause(), error.getException()).orElse(type)));
  }

  private static Optional<Object> first(Object one, Object other) {
    return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other)).flatMap(Optional::stream).map(Object.class::cast)
        .findFirst();
  }
}
