package org.muletwilio.simulator.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's JSON, read by Jackson. */
class JsonTest {

  @Test
  void isReadByJackson() throws IOException {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "\"\\/\b\f\n\r\t\u0001 Grüße 😀 </script>");
    value.put("broken", "\ud83d alone");
    value.put("nothing", null);
    value.put("number", 21211);
    value.put("yes", true);
    value.put("list", Arrays.asList("a", null, List.of(), Map.of()));
    assertEquals(value, new ObjectMapper().readValue(Json.write(value), Map.class));
  }

  @Test
  void whatItWritesItReads() {
    Map<String, Object> value = Map.of("a", List.of(1L, -2.5, true, "\u0001\"\\ 😀"), "b", Map.of("c", List.of()));
    assertEquals(value, JsonReader.object(Json.write(value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "5", "{", "{\"a\":", "{\"a\":}", "{\"a\":1,}", "{\"a\":[1,]}", "{\"a\" 1}", "{a:1}",
      "{\"a\":1} x",
      "{\"a\":\"\\uZZZZ\"}", "{\"a\":\"\\u-123\"}", "{\"a\":\"\\u12", "{\"a\":\"\\", "{\"a\":NaN}", "{\"a\":1d}", "{\"a\":01}",
      "{\"a\":+1}", "{\"a\":.5}", "{\"a\":nul}"})
  void refusesWhatIsNotJson(String text) {
    String message = assertThrows(ApiError.class, () -> JsonReader.object(text)).getMessage();
    assertTrue(message.startsWith("Malformed JSON at character "), message);
  }

  /** Each level takes some stack, of which a thread has little. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "["})
  void refusesWhatIsTooDeep(String open) {
    assertThrows(ApiError.class, () -> JsonReader.object("{\"a\":" + open.repeat(100_000)));
  }
}
