package org.muletwilio.internal.callback.content;

import static java.util.regex.Pattern.DOTALL;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.streaming.bytes.CursorStreamProvider;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows what a flow ends with that was most likely meant for Twilio, where Twilio is sent no payload. */
public final class UnsentAnswer {

  private static final Pattern TWIML = Pattern.compile("\\s*(<\\?xml[^>]*>\\s*)?<Response\\b.*", DOTALL);

  private UnsentAnswer() {}

  /**
   * @param payload what the flow ended with, where that is no longer the callback itself
   * @param variables the flow's
   * @return what looks like an answer, or empty where nothing does; no stream is read for it
   */
  public static Optional<String> in(Optional<TypedValue<?>> payload, Map<String, TypedValue<?>> variables) {
    if (variables.containsKey(WebhookAnswer.STATUS)) {
      return Optional.of("vars." + WebhookAnswer.STATUS);
    }
    return payload.flatMap(UnsentAnswer::in);
  }

  private static Optional<String> in(TypedValue<?> payload) {
    Object value = payload.getValue();
    if (value instanceof CharSequence && TWIML.matcher((CharSequence) value).matches()) {
      return Optional.of("TwiML");
    }
    MediaType type = payload.getDataType().getMediaType();
    boolean written = value instanceof CharSequence || value instanceof byte[] || value instanceof CursorStreamProvider;
    return written && type.withoutParameters().matches(MediaType.APPLICATION_JSON) ? Optional.of("JSON") : Optional.empty();
  }
}
