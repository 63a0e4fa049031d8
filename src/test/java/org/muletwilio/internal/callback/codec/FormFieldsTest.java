package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.api.util.MultiMap;

import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

  @Test
  void readsFieldsInTheirOrder() {
    MultiMap<String, String> fields = FormFields.decode("b=1&a=x+y%20z&b=%E2%82%AC&empty=&bare&&=noname&c=a=b").orElseThrow();
    assertEquals(asList("1", "€"), fields.getAll("b"));
    assertEquals("x y z", fields.get("a"));
    assertEquals("", fields.get("empty"));
    assertEquals("", fields.get("bare"));
    assertEquals("noname", fields.get(""));
    assertEquals("a=b", fields.get("c"));
    assertEquals(" \u007f", FormFields.decode("a=+\u007f").orElseThrow().get("a"));
    assertEquals(6, fields.keySet().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a=%", "a=%4", "a=%zz", "a=%4g", "a=%C3", "a=%C3%28", "a=%FF", "a=%80", "a=%80x", "a=%ED%A0%80",
      "%F=1", "a=ü", "a=%4\uFF11"})
  void refusesWhatIsMalformed(String text) {
    assertEquals(Optional.empty(), FormFields.decode(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a=%C3%BC", "&a&", "#"})
  void thereAreUpToFiveHundredFields(String field) {
    String most = IntStream.range(0, 500).mapToObj(i -> field.replace("#", "n" + i)).collect(joining("&"));
    assertEquals(500, FormFields.decode(most).orElseThrow().toListValuesMap().values().stream().mapToInt(List::size).sum());
    assertEquals(Optional.empty(), FormFields.decode(most + "&" + field));
  }

  @Test
  void whatIsEncodedReadsTheSameForJava() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 1000; round++) {
      String text = random.ints(random.nextInt(30), 0, 0xD800).collect(StringBuilder::new, StringBuilder::appendCodePoint,
          StringBuilder::append).toString();
      String encoded = FormFields.encode(text);
      assertEquals(text, URLDecoder.decode(encoded, UTF_8));
      assertEquals(text, FormFields.decode("x=" + encoded).orElseThrow().get("x"));
    }
  }
}
