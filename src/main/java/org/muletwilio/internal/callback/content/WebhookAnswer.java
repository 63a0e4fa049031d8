package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.Excerpt;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Makes the answer to a callback from what its flow ends with, as the HTTP listener would: the payload with its media type, the
 * status of <code>vars.httpStatus</code> and the headers of <code>vars.outboundHeaders</code>.
 */
public final class WebhookAnswer {

  static final String STATUS = "httpStatus";
  static final String HEADERS = "outboundHeaders";

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int SERVER_ERROR = 500;
  private static final int LAST_STATUS = 599;
  private static final int SHOWN = 40;
  private static final MediaType PLAIN = MediaType.TEXT.withCharset(UTF_8);
  private static final MediaType JSON = MediaType.APPLICATION_JSON.withCharset(UTF_8);
  private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private WebhookAnswer() {}

  /**
   * @param kind what the callback is about
   * @param payload what the flow ended with; empty where that is still the callback itself, which is not an answer
   * @param variables the flow's
   * @return what Twilio is answered
   * @throws IllegalArgumentException that says what can't be sent, and why
   */
  public static CallbackAnswer of(CallbackKind kind, Optional<TypedValue<?>> payload, Map<String, TypedValue<?>> variables) {
    int status = statusIn(variables);
    Map<String, String> headers = kind == CallbackKind.CONNECT_AUTHORIZATION
        ? AnswerHeaders.ofPage(variables.get(HEADERS)) : AnswerHeaders.of(variables.get(HEADERS));
    Optional<AnswerBody> body = payload.filter(value -> value.getValue() != null).map(value -> bodyOf(kind, value));
    if (!body.isPresent()) {
      body = kind.getEmptyAnswer().map(text -> new AnswerBody(text.getBytes(UTF_8), JSON.toRfcString()));
    }
    boolean bodiless = status == NO_CONTENT || status == NOT_MODIFIED;
    return new CallbackAnswer(status, status < SERVER_ERROR, bodiless ? null : body.orElse(null), headers);
  }

  private static int statusIn(Map<String, TypedValue<?>> variables) {
    TypedValue<?> variable = variables.get(STATUS);
    Object value = variable == null ? null : variable.getValue();
    if (value == null) {
      return OK;
    }
    try {
      int status = Integer.parseInt(value.toString().trim());
      if (status >= OK && status <= LAST_STATUS) {
        return status;
      }
    } catch (NumberFormatException e) {
      // told below, as a number that is not a status
    }
    throw new IllegalArgumentException("vars." + STATUS + " is '" + Excerpt.of(value.toString(), SHOWN)
        + "': it must be a number from " + OK + " to " + LAST_STATUS);
  }

  private static AnswerBody bodyOf(CallbackKind kind, TypedValue<?> payload) {
    Object value = payload.getValue();
    MediaType told = payload.getDataType().getMediaType();
    boolean text = value instanceof CharSequence;
    MediaType type = isUnknown(told) ? kind.isAnsweredWithJson() ? JSON : text ? PLAIN : MediaType.BINARY : told;
    Charset charset = type.getCharset().orElse(UTF_8);
    byte[] bytes = text ? PayloadBytes.requireSize(value.toString().getBytes(charset)) : PayloadBytes.of(value);
    if (kind.isAnsweredWithJson()) {
      return bytes.length == 0 && !kind.getEmptyAnswer().isPresent() ? new AnswerBody(bytes, JSON.toRfcString())
          : new AnswerBody(requireObject(new String(bytes, charset)), JSON.toRfcString());
    }
    return new AnswerBody(bytes, (text ? type.withCharset(charset) : type).toRfcString());
  }

  /** Mule says so of what nobody has told the type of, and of Java objects. */
  private static boolean isUnknown(MediaType type) {
    return type.matches(MediaType.ANY) || type.matches(MediaType.APPLICATION_JAVA);
  }

  private static byte[] requireObject(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json != null && json.isObject()) {
        return text.getBytes(UTF_8);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is not JSON (" + Excerpt.of(e.getOriginalMessage(), SHOWN) + "). It starts with '"
          + Excerpt.of(text, SHOWN) + "'", e);
    }
    throw new IllegalArgumentException("it is not a JSON object. It starts with '" + Excerpt.of(text, SHOWN) + "'");
  }
}
