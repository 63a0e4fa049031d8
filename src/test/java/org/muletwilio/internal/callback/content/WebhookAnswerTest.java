package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.api.callback.CallbackKind.CONVERSATION_PRE_EVENT;
import static org.muletwilio.api.callback.CallbackKind.PROXY_INTERCEPT;
import static org.muletwilio.api.callback.CallbackKind.TASK_ASSIGNMENT;
import static org.muletwilio.api.callback.CallbackKind.WEBHOOK;

import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.api.callback.CallbackKind;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a flow's end becomes as an HTTP answer, and what can't become one. */
class WebhookAnswerTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "WEBHOOK                | text     |                             | text/plain; charset=UTF-8",
      "WEBHOOK                | <b/>     | text/html                   | text/html; charset=UTF-8",
      "WEBHOOK                | [1]      | application/json            | application/json; charset=UTF-8",
      "WEBHOOK                | ü        | text/plain; charset=ISO-8859-1 | text/plain; charset=ISO-8859-1",
      "TASK_ASSIGNMENT        | {\"instruction\":\"accept\"} |         | application/json; charset=UTF-8",
      "TASK_ASSIGNMENT        | {\"instruction\":\"accept\"} | text/plain | application/json; charset=UTF-8",
      "CONVERSATION_PRE_EVENT | {\"body\":\"ü\"} | application/json       | application/json; charset=UTF-8",
  })
  void thePayloadIsSentWithItsMediaType(CallbackKind kind, String text, String type, String sent) {
    CallbackAnswer answer = answer(kind, typed(text, type), Map.of());
    assertEquals(200, answer.getStatus());
    assertTrue(answer.isSuccess());
    AnswerBody body = answer.getBody().orElseThrow();
    assertEquals(sent, body.getContentType());
    assertArrayEquals(text.getBytes(sent.contains("8859") ? ISO_8859_1 : UTF_8), body.getBytes());
  }

  @Test
  void bytesAndStreamsGoAsTheyAre() {
    byte[] bytes = {0, 1, (byte) 0xFF};
    for (Object value : new Object[] {bytes, new ByteArrayInputStream(bytes)}) {
      AnswerBody body = answer(WEBHOOK, new TypedValue<>(value, type("image/png")), Map.of()).getBody().orElseThrow();
      assertEquals("image/png", body.getContentType());
      assertArrayEquals(bytes, body.getBytes());
    }
  }

  @Test
  void nothingIsAnEmptyBodyAndForTaskRouterNoInstruction() {
    assertFalse(answer(WEBHOOK, TypedValue.of(null), Map.of()).getBody().isPresent());
    assertFalse(WebhookAnswer.of(CONVERSATION_PRE_EVENT, Optional.empty(), Map.of()).getBody().isPresent());
    assertEquals("{}", new String(WebhookAnswer.of(TASK_ASSIGNMENT, Optional.empty(), Map.of()).getBody().orElseThrow()
        .getBytes()));
  }

  @ParameterizedTest
  @CsvSource({"200,true", "204,true", "302,true", "403,true", "499,true", "500,false", "503,false", "599,false"})
  void theStatusIsThatOfTheVariable(int status, boolean success) {
    for (Object given : new Object[] {status, "" + status, " " + status + " ", (long) status}) {
      CallbackAnswer answer = answer(PROXY_INTERCEPT, TypedValue.of("x"), variables(WebhookAnswer.STATUS, given));
      assertEquals(status, answer.getStatus());
      assertEquals(success, answer.isSuccess(), "only what says that the server failed runs the flow again");
      assertEquals(status != 204, answer.getBody().isPresent());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"199", "600", "0", "-1", "abc", "200.5", "", "99999999999"})
  void noOtherStatusIsSent(String status) {
    assertTrue(refused(WEBHOOK, TypedValue.of("x"), variables(WebhookAnswer.STATUS, status)).contains("from 200 to 599"));
  }

  @Test
  void headersAreThoseOfTheVariable() {
    assertEquals(Map.of("Location", "https://example.com/x"),
        answer(WEBHOOK, TypedValue.of(null), variables(WebhookAnswer.HEADERS,
        Map.of("Location", "https://example.com/x"))).getHeaders());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"X|a\\r\\nSet-Cookie: b", "X|a\\nb", "X Y|a", "X:|a", "X|ü", "Content-Length|5",
      "transfer-encoding|chunked", "Connection|close", "content-type|text/html", "''|a"})
  void aHeaderCanNotChangeTheAnswer(String name, String value) {
    Map<String, String> headers = Map.of(name, value.replace("\\r", "\r").replace("\\n", "\n"));
    assertTrue(refused(WEBHOOK, TypedValue.of("x"), variables(WebhookAnswer.HEADERS, headers)).contains("which can't be set"));
  }

  @Test
  void headersAreBoundedAndAnObject() {
    assertTrue(refused(WEBHOOK, TypedValue.of("x"), variables(WebhookAnswer.HEADERS, Map.of("X", "a".repeat(8192))))
        .contains("8192 characters"));
    assertTrue(refused(WEBHOOK, TypedValue.of("x"), variables(WebhookAnswer.HEADERS, "a")).contains("must be an object"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "1", "null", "text", "{", "{} {}", "{\"a\":1,}"})
  void anInstructionIsAJsonObject(String text) {
    assertTrue(refused(TASK_ASSIGNMENT, TypedValue.of(text), Map.of()).startsWith("it is not "));
    if (!text.isEmpty()) {
      assertTrue(refused(CONVERSATION_PRE_EVENT, TypedValue.of(text), Map.of()).startsWith("it is not "));
    }
  }

  @Test
  void deepJsonIsRefusedWithoutAStackOverflow() {
    assertTrue(refused(TASK_ASSIGNMENT, TypedValue.of("{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}"), Map.of())
        .startsWith("it is not JSON"));
  }

  @Test
  void whatIsTooLargeBrokenOrAnObjectIsRefused() {
    for (Object large : new Object[] {"x".repeat(64 * 1024 + 1), new byte[64 * 1024 + 1],
        new ByteArrayInputStream(new byte[64 * 1024 + 1])}) {
      assertTrue(refused(WEBHOOK, TypedValue.of(large), Map.of()).contains("65536 bytes"));
    }
    assertTrue(refused(WEBHOOK, TypedValue.of(Map.of("a", 1)), Map.of()).contains("not text, bytes or a stream"));
    assertTrue(refused(WEBHOOK, TypedValue.of(new InputStream() {

      @Override
      public int read() throws IOException {
        throw new IOException("broken");
      }
    }), Map.of()).contains("it can't be read: broken"));
  }

  private static CallbackAnswer answer(CallbackKind kind, TypedValue<?> payload, Map<String, TypedValue<?>> variables) {
    return WebhookAnswer.of(kind, Optional.of(payload), variables);
  }

  private static String refused(CallbackKind kind, TypedValue<?> payload, Map<String, TypedValue<?>> variables) {
    return assertThrows(IllegalArgumentException.class, () -> answer(kind, payload, variables)).getMessage();
  }

  private static Map<String, TypedValue<?>> variables(String name, Object value) {
    Map<String, TypedValue<?>> variables = new HashMap<>();
    variables.put(name, TypedValue.of(value));
    return variables;
  }

  private static TypedValue<?> typed(String text, String type) {
    return type == null ? TypedValue.of(text) : new TypedValue<>(text, type(type));
  }

  private static DataType type(String mediaType) {
    return DataType.builder().mediaType(MediaType.parse(mediaType)).build();
  }
}
