package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.extension.api.annotation.metadata.OutputResolver;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.runtime.operation.Result;

import org.muletwilio.testkit.module.content.AnyOutput;

/**
 * Sets the event of a test.
 */
public class EventOperations {

  @MediaType(value = MediaType.ANY, strict = false)
  @OutputResolver(output = AnyOutput.class, attributes = AnyOutput.class)
  public Result<Object, Object> setEvent(@Optional EventPayload payload, @Optional EventAttributes attributes) {
    Result.Builder<Object, Object> result = Result.builder();
    if (payload != null) {
      result.output(payload.getValue());
      payload.mediaType().ifPresent(result::mediaType);
    }
    if (attributes != null) {
      result.attributes(attributes.getValue());
    }
    return result.build();
  }
}
