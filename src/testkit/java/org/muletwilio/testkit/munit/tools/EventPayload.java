package org.muletwilio.testkit.munit.tools;

import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.DataTypeParamsBuilder;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.param.Parameter;

import java.util.Optional;

/**
 * A payload that a test gives.
 */
public class EventPayload {

  @Parameter
  private Object value;

  @Parameter
  @org.mule.runtime.extension.api.annotation.param.Optional
  private String mediaType;

  public Object getValue() {
    return value;
  }

  public String getMediaType() {
    return mediaType;
  }

  Optional<MediaType> mediaType() {
    return Optional.ofNullable(mediaType).map(MediaType::parse);
  }

  TypedValue<?> typedValue() {
    DataTypeParamsBuilder type = DataType.builder().fromObject(value);
    mediaType().ifPresent(type::mediaType);
    return new TypedValue<>(value, type.build());
  }
}
