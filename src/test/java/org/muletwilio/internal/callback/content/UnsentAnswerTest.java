package org.muletwilio.internal.callback.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mule.runtime.api.metadata.MediaType.APPLICATION_JSON;
import static org.mule.runtime.api.metadata.MediaType.APPLICATION_XML;

import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a flow ends with that looks as if Twilio were to get it. */
class UnsentAnswerTest {

  @ParameterizedTest
  @ValueSource(strings = {"<Response/>", " <Response><Message/></Response>", "<?xml version=\"1.0\"?>\n<Response>"})
  void twimlIsAnAnswer(String text) {
    assertEquals(Optional.of("TwiML"), in(text, APPLICATION_XML));
    assertEquals(Optional.empty(), in(new StringBuilder(text).insert(0, "<x>"), APPLICATION_XML));
  }

  @Test
  void writtenJsonIsAnAnswer() {
    MediaType json = APPLICATION_JSON.withCharset(StandardCharsets.UTF_8);
    assertEquals(Optional.of("JSON"), in("{}", json));
    assertEquals(Optional.of("JSON"), in(new byte[2], json));
    assertEquals(Optional.empty(), in(Map.of("a", "1"), json));
    assertEquals(Optional.empty(), in("{}", MediaType.TEXT));
  }

  @Test
  void aStatusIsAnAnswerAndNothingIsNone() {
    assertEquals(Optional.of("vars.httpStatus"), UnsentAnswer.in(Optional.empty(), Map.of("httpStatus", TypedValue.of(201))));
    assertEquals(Optional.empty(), UnsentAnswer.in(Optional.empty(), Map.of("other", TypedValue.of(201))));
    assertEquals(Optional.empty(), in("<Responses/>", APPLICATION_XML));
  }

  private static Optional<String> in(Object payload, MediaType type) {
    return UnsentAnswer.in(Optional.of(new TypedValue<>(payload, DataType.builder().mediaType(type).build())), Map.of());
  }
}
