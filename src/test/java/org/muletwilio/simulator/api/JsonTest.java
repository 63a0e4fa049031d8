package org.muletwilio.simulator.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

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
}
