package org.muletwilio.internal.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.ConnectionOverrides;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.error.TwilioException;

import java.util.Map;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that the SDK turns into nothing: each text that becomes a URI is checked before. */
class HttpUrlsTest {

  private static final String MEDIA = "mediaUrls holds";

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com", "http://example.com:8080/a?b=c#d", "HTTPS://EXAMPLE.COM/x",
      "https://[::1]:8443/x",
      "https://user:password@example.com/x", "https://xn--bcher-kva.example/", "http://localhost/x", "https://example.com./x"})
  void anAbsoluteUrlIsTaken(String url) {
    assertEquals(url, HttpUrls.require("op", MEDIA, url).toString());
    assertEquals(Optional.empty(), HttpUrls.reasonAgainstCallback(url));
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '"', value = {
      "example.com/x,                 it must be an absolute http or https URL",
      "ftp://example.com/x,           it must be an absolute http or https URL",
      "/x,                            it must be an absolute http or https URL",
      "mailto:a@example.com,          it must be an absolute http or https URL",
      "https:///x,                    it must be an absolute http or https URL",
      "\"\",                          it is empty",
      "\" \",                         it is empty",
      "https://example.com/a|b,       it is not a URL (Illegal character in path at index 21)",
      "https://example.com/a b,       it is not a URL (Illegal character in path at index 21)",
      "https://exa mple.com/,         it is not a URL",
      "https://,                      it is not a URL",
      "https://example.com:x/,        its host is not a valid one",
      "https://-example-.com/,        its host is not a valid one",
      "https://bücher.example/,       its host is not a valid one",
  })
  void whatIsNoneIsRefusedWithTheReason(String text, String reason) {
    TwilioException refused = assertThrows(TwilioException.class, () -> HttpUrls.require("twilio:op", MEDIA, text));
    assertTrue(refused.getMessage().startsWith("twilio:op: mediaUrls holds '" + text + "': " + reason), refused.getMessage());
    assertTrue(HttpUrls.reasonAgainstCallback(text).orElseThrow().startsWith(reason));
  }

  /** Buckets have such names, and Twilio fetches media from them; it refuses to call back to them. */
  @Test
  void anUnderscoreIsTheReasonForCallbacksOnly() {
    for (String url : new String[] {"https://my_bucket.example.com/x", "http://a_b:8080/", "https://u:p@a_b.example:1/x?y"}) {
      assertEquals(url, HttpUrls.require("op", MEDIA, url).toString());
      assertEquals(Optional.of("Twilio refuses hosts with an underscore"), HttpUrls.reasonAgainstCallback(url));
    }
  }

  @Test
  void nullIsEmpty() {
    assertTrue(HttpUrls.reasonAgainstCallback(null).isPresent());
    assertTrue(assertThrows(TwilioException.class, () -> HttpUrls.require("op", MEDIA, null)).getMessage()
        .contains("it is empty"));
  }

  /** Therefore nobody looks at it again when it is sent. */
  @Property
  void whatTheConnectorMakesIsTheUrlOfACallback(@ForAll String config, @ForAll String flow, @ForAll CallbackKind kind,
                                                @ForAll String value) {
    String sealed = new CallbackRoute(config, kind, flow, Optional.empty(), Map.of("key", value.replace('\0', ' ')))
        .pathAndQuery(new RouteSecret("12345"));
    for (String domain : new String[] {"example.com", "http://[::1]", "bücher.example", "127.0.0.1"}) {
      for (String path : new String[] {"", "/a-_.~/b"}) {
        String url = PublicAddress.of(Optional.of(domain), 8080, true, Optional.of(8443), path).url(sealed);
        assertEquals(Optional.empty(), HttpUrls.reasonAgainstCallback(url.concat(ConnectionOverrides.inRequest(kind))));
        assertEquals(Optional.empty(), HttpUrls.reasonAgainstCallback(url.concat(ConnectionOverrides.inMarkup(kind))));
      }
    }
  }

  @Property
  void everyTextIsTakenOrRefused(@ForAll String text) {
    HttpUrls.reasonAgainstCallback(text).ifPresent(reason -> assertFalse(reason.isEmpty()));
    HttpUrls.reasonAgainstCallback("https://" + text);
  }
}
