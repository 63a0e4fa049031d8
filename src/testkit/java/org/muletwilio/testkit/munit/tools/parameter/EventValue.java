package org.muletwilio.testkit.munit.tools.parameter;

import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.DataTypeParamsBuilder;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.extension.api.annotation.dsl.xml.ParameterDsl;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

import org.muletwilio.testkit.expression.format.Content;
import org.muletwilio.testkit.expression.format.FormatOptions;
import org.muletwilio.testkit.expression.format.Formats;
import org.muletwilio.testkit.expression.value.Values;
import org.muletwilio.testkit.munit.matcher.Actual;

import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A value that a test gives, with its media type. What has parts, such as an object, is written in the format that the media type
 * names.
 */
public abstract class EventValue {

  private static final Set<Formats> WITH_PARTS = EnumSet.of(Formats.JSON, Formats.XML, Formats.CSV, Formats.URL_ENCODED);

  @Parameter
  @ParameterDsl(allowReferences = false)
  private TypedValue<Object> value;

  @Parameter
  @Optional
  private String mediaType;

  @Parameter
  @Optional
  private String encoding;

  public TypedValue<Object> getValue() {
    return value;
  }

  public String getMediaType() {
    return mediaType;
  }

  public String getEncoding() {
    return encoding;
  }

  /** @return the value, as text of its media type where that is one of text and the value has parts */
  public TypedValue<?> typedValue() {
    Object content = Actual.repeatable(value).getValue();
    MediaType type = mediaType == null ? value.getDataType().getMediaType() : MediaType.parse(mediaType);
    if (mediaType != null && (content instanceof Map || Values.isArray(content))) {
      java.util.Optional<Formats> format = Formats.named(type.withoutParameters().toRfcString()).filter(WITH_PARTS::contains);
      if (format.isPresent()) {
        content = format.get().format().write(Content.bare(value), FormatOptions.NONE);
      }
    }
    DataTypeParamsBuilder dataType = DataType.builder().fromObject(content).mediaType(type);
    if (encoding != null) {
      dataType.charset(Charset.forName(encoding));
    }
    return new TypedValue<>(content, dataType.build());
  }
}
