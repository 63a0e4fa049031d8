package org.muletwilio.simulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;


import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callback addresses: what is called, what is signed, what Twilio takes. */
class CallbackUrlTest {

  @ParameterizedTest
  @CsvSource({
      "https://Example.com, https://Example.com, https://Example.com, /",
      "https://example.com?x=1, https://example.com?x=1, https://example.com?x=1, /?x=1",
      "http://example.com:8081/a//b?x=%c3%BC#rc=3, http://example.com:8081/a//b?x=%c3%BC, http://example.com:8081/a//b?x=%c3%BC, "
          + "/a//b?x=%c3%BC",
      "https://u:p@ss@example.com:8443/a, https://example.com:8443/a, https://example.com/a, /a",
      "https://[::1]:8443/a, https://[::1]:8443/a, https://[::1]/a, /a",
      "https://[::1]/a, https://[::1]/a, https://[::1]/a, /a"})
  void signsWhatWasConfigured(String url, String signed, String signedForVoice, String target) {
    CallbackUrl parsed = CallbackUrl.parse(url);
    assertEquals(signed, parsed.signed(false));
    assertEquals(signedForVoice, parsed.signed(true));
    assertEquals(target, parsed.target());
  }

  @Test
  void takesItApart() {
    CallbackUrl url = CallbackUrl.parse("https://us%40er:pw@example.com/x#rc=2&rp=5xx");
    assertEquals(Optional.of("us%40er:pw"), url.userinfo());
    assertEquals(Optional.of("rc=2&rp=5xx"), url.fragment());
    assertEquals(443, url.effectivePort());
    assertEquals("example.com", url.authority());
  }

  @Test
  void addsAGetsFields() {
    assertEquals("/x?b=2", CallbackUrl.parse("https://example.com/x").withQuery("b=2").target());
    assertEquals("https://example.com/x?a=1&b=2",
                 CallbackUrl.parse("https://example.com/x?a=1#rc=1").withQuery("b=2").signed(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "https://", "https:///x", "https://example.com:0/", "https://example.com:x/", "//x/y"})
  void refusesWhatIsNoUrl(String url) {
    assertThrows(IllegalArgumentException.class, () -> CallbackUrl.parse(url));
  }

  @ParameterizedTest
  @CsvSource({
      "https://example.com/x, true, true",
      "http://localhost:8081/x, true, false",
      "http://127.0.0.1:8081/x, true, false",
      "http://192.168.1.4/x, true, false",
      "http://[::1]/x, true, false",
      "http://printer.local/x, true, false",
      "https://under_score.example.com/x, false, false",
      "ftp://example.com/x, false, false",
      "https://example.com/a b, false, false"})
  void knowsWhatTwilioTakes(String url, boolean accepted, boolean acceptedStrictly) {
    assertEquals(accepted, new UrlRules(false).accept(url));
    assertEquals(acceptedStrictly, new UrlRules(true).accept(url));
  }

  @Test
  void takesFourThousandCharacters() {
    String url = "https://example.com/";
    assertEquals(true, new UrlRules(true).accept(url + "x".repeat(4000 - url.length())));
    assertEquals(false, new UrlRules(true).accept(url + "x".repeat(4001 - url.length())));
  }
}
