package org.muletwilio.testkit.expression.evaluation;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.testkit.expression.value.Values;

import java.nio.charset.Charset;
import java.util.Set;

/** {@code value.^name}: what is known of a value beside its content. */
public final class Metadata {

  private static final Set<String> NAMES = Set.of("mimeType", "mediaType", "encoding", "raw", "class");

  private Metadata() {}

  public static boolean isKnown(String name) {
    return NAMES.contains(name);
  }

  public static Object of(Object value, String name) {
    Object raw = Values.plain(value);
    if (name.equals("raw") || name.equals("class")) {
      return name.equals("raw") ? raw : raw == null ? null : raw.getClass().getName();
    }
    if (!(value instanceof TypedValue<?> typed)) {
      return null;
    }
    MediaType mediaType = typed.getDataType().getMediaType();
    return switch (name) {
      case "mimeType" -> mediaType.withoutParameters().toRfcString();
      case "mediaType" -> mediaType.toRfcString();
      default -> mediaType.getCharset().map(Charset::name).orElse(null);
    };
  }
}
