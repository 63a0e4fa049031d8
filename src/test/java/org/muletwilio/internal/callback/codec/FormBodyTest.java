package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Against the SDK's own way, which is Java's URLEncoder. */
class FormBodyTest {

  @Test
  void everyCharacterIsWrittenAsTheSdkWritesIt() {
    StringBuilder all = new StringBuilder();
    for (char each = 0; each < 0x900; each++) {
      all.append(each);
    }
    assertAsSdk(Map.of("Body", List.of(all + "\u20ac\uffff\ud83d\ude00")));
    assertAsSdk(Map.of("Body", List.of("\ud83d alone", "\ude00\ud83d")));
  }

  @Test
  void longAddressesFit() {
    String url = "https://example.com/Twilio/message-status/sms-status/" + "%~\u00fc".repeat(3000) + "?context=a.b";
    assertAsSdk(Map.of("StatusCallback", List.of(url, url)));
  }

  @Test
  void nothingIsWrittenForNull() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("Left", asList(null, null));
    parameters.put("Empty", List.of(""));
    parameters.put("None", List.of());
    parameters.put("Some", asList("1", null, "2"));
    assertEquals("Empty=&Some=1&Some=2", text(parameters));
    assertEquals("", text(Map.of()));
  }

  @Test
  void randomTextsAreWrittenAsTheSdkWritesThem() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      assertAsSdk(Map.of(random(random), List.of(random(random), random(random))));
    }
  }

  @Property
  void anyTextIsWrittenAsTheSdkWritesIt(@ForAll String name, @ForAll List<String> values) {
    assertAsSdk(Map.of(name, values));
  }

  private static String random(Random random) {
    return random.ints(random.nextInt(40), 1, 0x20000).collect(StringBuilder::new, StringBuilder::appendCodePoint,
        StringBuilder::append).toString();
  }

  private static void assertAsSdk(Map<String, List<String>> parameters) {
    Request request = new Request(HttpMethod.POST, "https://api.twilio.com/x");
    request.getPostParams().putAll(parameters);
    assertEquals(request.encodeFormBody(), text(parameters));
  }

  private static String text(Map<String, List<String>> parameters) {
    return new String(FormBody.of(parameters), UTF_8);
  }
}
