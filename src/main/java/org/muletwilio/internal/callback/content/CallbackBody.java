package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Locale.ROOT;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.codec.FormFields;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A callback's body: the fields of a form, or JSON. Immutable. */
public final class CallbackBody {

  private final byte[] bytes;
  private final MultiMap<String, String> form;
  private final String json;

  private CallbackBody(byte[] bytes, MultiMap<String, String> form, String json) {
    this.bytes = bytes;
    this.form = form;
    this.json = json;
  }

  /**
   * @param contentType the header of that name, if there is one; a form is what is not called JSON
   * @param bytes all of the body
   * @return what it says, or empty where it is malformed
   */
  public static Optional<CallbackBody> of(Optional<String> contentType, byte[] bytes) {
    return bytes.length > 0 && contentType.filter(CallbackBody::isJson).isPresent()
        ? utf8(bytes).map(json -> new CallbackBody(bytes, new MultiMap<>(), json))
        : FormFields.decode(new String(bytes, ISO_8859_1)).map(form -> new CallbackBody(bytes, form, null));
  }

  /** @return the fields of the form; none where it is JSON */
  public MultiMap<String, String> getForm() {
    return form;
  }

  /** @return all of the body, as it was sent */
  public byte[] getBytes() {
    return bytes;
  }

  public Optional<String> getJson() {
    return Optional.ofNullable(json);
  }

  private static boolean isJson(String contentType) {
    int end = contentType.indexOf(';');
    String type = (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(ROOT);
    return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
