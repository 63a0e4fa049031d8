package org.muletwilio.testkit.expression.format;

import org.mule.runtime.api.metadata.MediaType;

import java.util.Arrays;
import java.util.Optional;

/** The formats that the language reads and writes, by their names and media types. */
public enum Formats {

  JAVA("java", "application/java", new JavaFormat()),
  JSON("json", "application/json", new JsonFormat()),
  XML("xml", "application/xml", new XmlFormat()),
  CSV("csv", "application/csv", new CsvFormat()),
  URL_ENCODED("urlencoded", "application/x-www-form-urlencoded", new UrlEncodedFormat()),
  TEXT("text", "text/plain", new TextFormat()),
  BINARY("binary", "application/octet-stream", new TextFormat()),
  DW("dw", "application/dw", new DwFormat());

  private final String id;
  private final String mediaType;
  private final DataFormat format;

  Formats(String id, String mediaType, DataFormat format) {
    this.id = id;
    this.mediaType = mediaType;
    this.format = format;
  }

  /**
   * @param name an id such as {@code json}, or a media type, of which parameters don't count
   */
  public static Optional<Formats> named(String name) {
    String bare = name.split(";")[0].strip();
    return Arrays.stream(values()).filter(each -> each.id.equals(bare) || each.isOf(bare)).findFirst();
  }

  /** @return whether a value of this media type has parts that an expression can select */
  static Optional<Formats> structured(MediaType mediaType) {
    return named(mediaType.withoutParameters().toRfcString())
        .filter(format -> format != JAVA && format != TEXT && format != BINARY && format != DW);
  }

  public DataFormat format() {
    return format;
  }

  public MediaType mediaType() {
    return MediaType.parse(mediaType);
  }

  private boolean isOf(String name) {
    return name.equals(mediaType) || switch (this) {
      case JSON, XML -> name.endsWith("/" + id) || name.endsWith("+" + id);
      case CSV -> name.equals("text/csv");
      default -> false;
    };
  }
}
