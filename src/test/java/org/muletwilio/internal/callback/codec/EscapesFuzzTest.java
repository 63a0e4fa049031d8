package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.route.RouteContext;
import org.muletwilio.testkit.fuzz.HostileTexts;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Forms, path segments and contexts of hostile making, with the JDK's decoder as the oracle where it is strict enough. */
class EscapesFuzzTest {

  @Property
  void anyFormIsReadOrRefused(@ForAll("broken") String text) {
    FormFields.decode(text).ifPresent(fields -> {
      String[] pairs = text.split("&");
      int read = 0;
      for (String pair : pairs) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
          String value = URLDecoder.decode(equals < 0 ? "" : pair.substring(equals + 1), UTF_8);
          assertEquals(true, fields.getAll(name).contains(value), pair);
          read++;
        }
      }
      assertEquals(read, fields.keySet().stream().mapToInt(name -> fields.getAll(name).size()).sum());
    });
  }

  @Property
  void whatTheJdkRefusesIsRefused(@ForAll("broken") String text) {
    if (!isReadByTheJdk(text)) {
      assertEquals(Optional.empty(), FormFields.decode(text));
    }
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    FormFields.decode(new String(bytes, ISO_8859_1));
    CallbackBody.of(Optional.of("application/json"), bytes)
        .ifPresent(body -> body.getJson().ifPresent(json -> assertEquals(new String(bytes, UTF_8), json)));
    CallbackBody.of(Optional.empty(), bytes).ifPresent(body -> assertEquals(Optional.empty(), body.getJson()));
  }

  @Property
  void whatAnybodyEncodesComesBack(@ForAll("any") String name, @ForAll("any") String value) {
    assertEquals(value, URLDecoder.decode(FormFields.encode(value), UTF_8));
    for (String form : new String[] {FormFields.encode(name) + "=" + FormFields.encode(value),
        URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8)}) {
      MultiMap<String, String> fields = FormFields.decode(form).orElseThrow();
      assertEquals(Map.of(name, value), Map.copyOf(fields), form);
    }
  }

  @Property
  void aSegmentHasOneNameAndANameOneSegment(@ForAll("broken") String text, @ForAll("any") String name,
      @ForAll("any") String other) {
    PathSegmentCodec.decode(text).ifPresent(decoded -> assertEquals(text, PathSegmentCodec.encode(decoded)));
    String segment = PathSegmentCodec.encode(name);
    assertEquals(Optional.of(name), PathSegmentCodec.decode(segment));
    assertFalse(segment.chars().anyMatch(each -> each == '/' || each == '%' || each == '?' || each == '#' || each > 0x7E),
        segment);
    if (!name.equals(other)) {
      assertNotEquals(segment, PathSegmentCodec.encode(other));
    }
  }

  @Property
  void aContextComesBackAndAnyTextIsReadOrRefused(@ForAll("broken") String text, @ForAll("any") String correlationId,
                                                  @ForAll("values") Map<String, String> values) {
    RouteContext.parse(text).ifPresent(RouteContext::getValues);
    String id = correlationId.replace("\0", "");
    RouteContext back = RouteContext.parse(new RouteContext(Optional.of(id), values).toText()).orElseThrow();
    assertEquals(id, back.getCorrelationId().orElse(""));
    assertEquals(values, back.getValues());
  }

  @Provide
  Arbitrary<String> any() {
    return HostileTexts.any();
  }

  @Provide
  Arbitrary<String> broken() {
    return HostileTexts.broken();
  }

  @Provide
  Arbitrary<Map<String, String>> values() {
    Arbitrary<String> text = HostileTexts.any().map(each -> each.replace("\0", ""));
    return Arbitraries.maps(text, text).ofMaxSize(5).map(LinkedHashMap::new);
  }

  private static boolean isReadByTheJdk(String text) {
    try {
      URLDecoder.decode(text, UTF_8);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
