package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.internal.error.TwilioException;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host a request goes to. The SDK names the hosts at Twilio. */
class ApiAddressTest {

  @ParameterizedTest
  @CsvSource({
      "https://api.twilio.com,             https://api.twilio.com/a?b=c,             https://messaging.twilio.com/v1",
      "https://api.twilio.com/,            https://api.twilio.com/a?b=c,             https://messaging.twilio.com/v1",
      "https://api.dublin.ie1.twilio.com,  https://api.dublin.ie1.twilio.com/a?b=c,  https://messaging.dublin.ie1.twilio.com/v1",
      "https://api.ie1.twilio.com,         https://api.ie1.twilio.com/a?b=c,         https://messaging.ie1.twilio.com/v1",
      "http://127.0.0.1:8010,              http://127.0.0.1:8010/a?b=c,              http://127.0.0.1:8010/v1",
      "https://gateway.example.com/tw/,    https://gateway.example.com/tw/a?b=c,     https://gateway.example.com/tw/v1",
      "http://api.twilio.com,              http://api.twilio.com/a?b=c,              http://api.twilio.com/v1",
      "https://api.twilio.com:8443,        https://api.twilio.com:8443/a?b=c,        https://api.twilio.com:8443/v1",
      "https://api.twilio.com.example.com, https://api.twilio.com.example.com/a?b=c, https://api.twilio.com.example.com/v1",
  })
  void everyProductFollowsTheBaseUri(String baseUri, String api, String messaging) {
    assertEquals(api, sent(baseUri, "https://api.twilio.com/a?b=c"));
    assertEquals(messaging, sent(baseUri, "https://messaging.twilio.com/v1"));
  }

  /** Credentials go with each request, also to the next page of a list, whose address an answer names. */
  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/v1", "http://api.twilio.com/v1", "https://api.twilio.com.example.org/v1",
      "https://api.twilio.com@example.org/v1", "https://api.twilio.com:444/v1", "https://.twilio.com.evil/v1",
      "ftp://api.twilio.com/v1"})
  void noRequestLeavesTwilio(String url) {
    for (String baseUri : List.of("https://api.twilio.com", "https://api.ie1.twilio.com", "http://127.0.0.1:8010")) {
      assertThrows(TwilioException.class, () -> sent(baseUri, url));
    }
  }

  @Test
  void oneRequestAfterTheOtherGoesWhereItBelongs() {
    ApiAddress address = ApiAddress.parse("http://127.0.0.1:8010");
    for (String path : List.of("/a", "/a", "/b", "/a", "/a%20b%2Fc.json", "/a")) {
      Request plain = new Request(HttpMethod.POST, "https://api.twilio.com" + path);
      assertEquals("http://127.0.0.1:8010" + path, address.uriOf(plain));
      Request withQuery = new Request(HttpMethod.GET, "https://api.twilio.com" + path);
      withQuery.addQueryParam("b", "c d");
      assertEquals("http://127.0.0.1:8010" + path + "?b=c+d", address.uriOf(withQuery));
    }
  }

  /** Twilio writes the filters of a list into the address of its next page. */
  @Test
  void whatIsEscapedIsNotEscapedAgain() {
    Request next = new Request(HttpMethod.GET, "https://api.twilio.com/a%2Fb.json?FriendlyName=A%20B&Page=1");
    assertEquals("https://api.ie1.twilio.com/a%2Fb.json?FriendlyName=A%20B&Page=1",
                 ApiAddress.parse("https://api.ie1.twilio.com").uriOf(next));
    next.addQueryParam("PageSize", "2");
    assertEquals("http://127.0.0.1:8010/a%2Fb.json?FriendlyName=A%20B&Page=1&PageSize=2",
                 ApiAddress.parse("http://127.0.0.1:8010").uriOf(next));
  }

  @ParameterizedTest
  @CsvSource({
      "https://api.twilio.com,           https://studio.twilio.com/v2/Flows?Page=1,            /v2/Flows?Page=1",
      "https://api.twilio.com,           https://studio.twilio.com/v2/Flows,                   /v2/Flows",
      "https://api.dublin.ie1.twilio.com,https://studio.dublin.ie1.twilio.com/v2/Flows?Page=1, /v2/Flows?Page=1",
      "https://api.ie1.twilio.com,       https://studio.twilio.com/v2/Flows?Page=1,            /v2/Flows?Page=1",
      "http://127.0.0.1:8010,            https://studio.twilio.com/v2/Flows?Page=1,            /v2/Flows?Page=1",
      "http://127.0.0.1:8010,            http://127.0.0.1:8010/v2/Flows?Page=1,                /v2/Flows?Page=1",
      "https://gateway.example.com/tw,   https://gateway.example.com/tw/v2/Flows?Page=1,       /v2/Flows?Page=1",
      "https://api.twilio.com,           https://studio.twilio.com.example.com/v2/Flows,",
      "https://api.twilio.com,           https://api.twilio.com/v2/Flows,",
      "https://api.twilio.com,           http://studio.twilio.com/v2/Flows,",
      "https://api.twilio.com,           https://x@studio.twilio.com/v2/Flows,",
      "https://api.twilio.com,           https://studio.twilio.com:444/v2/Flows,",
      "https://gateway.example.com/tw,   https://gateway.example.com/twx/v2/Flows,",
      "https://gateway.example.com/tw,   https://gateway.example.com/v2/Flows,",
      "http://127.0.0.1:8010,            http://127.0.0.1:8011/v2/Flows,",
  })
  void theNextPageIsWhereThisOneIs(String baseUri, String next, String pathAndQuery) {
    assertEquals(Optional.ofNullable(pathAndQuery), ApiAddress.parse(baseUri)
        .pathAndQueryOf(URI.create(next), "studio.twilio.com"));
  }

  @Test
  void aGatewayIsToldWhichProductIsMeant() {
    Request request = new Request(HttpMethod.GET, "https://studio.twilio.com/v2/Flows");
    assertEquals(Optional.of("studio.twilio.com"), ApiAddress.parse("https://gateway.example.com/tw").forwardedHost(request));
    assertEquals(Optional.empty(), ApiAddress.parse("https://api.ie1.twilio.com").forwardedHost(request));
  }

  @Test
  void whatIsNotAPathOfTheApiIsRefused() {
    Request request = new Request(HttpMethod.POST, "https://api.twilio.com/a/../b");
    assertThrows(TwilioException.class, () -> ApiAddress.parse("https://api.twilio.com").uriOf(request));
  }

  @Test
  void tokensComeFromTwiliosOwnHostInEveryRegion() {
    assertEquals("https://oauth.twilio.com/v2/token", ApiAddress.parse("https://api.twilio.com").getTokenUri());
    assertEquals("https://oauth.twilio.com/v2/token", ApiAddress.parse("https://api.dublin.ie1.twilio.com").getTokenUri());
    assertEquals("http://127.0.0.1:8010/v2/token", ApiAddress.parse("http://127.0.0.1:8010/").getTokenUri());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "ftp://a", "https://", "https://user:pass@a", "https://a?x=1", "https://a#x",
      "https://a b"})
  void whatIsNoAddressIsRefused(String baseUri) {
    assertThrows(IllegalArgumentException.class, () -> ApiAddress.parse(baseUri));
  }

  @ParameterizedTest
  @CsvSource({
      "https://api.twilio.com,            false", "https://gateway.example.com,       false", "http://127.0.0.1:8010,  false",
      "http://localhost:8010/,            false", "http://twilio.localhost,           false", "http://[::1]:8010,      false",
      "http://127.9.8.7,                  false", "http://LOCALHOST,                  false", "http://0.0.0.0:8010,    true",
      "http://gateway.example.com/tw,     true",  "http://127.0.0.1.example.com,      true",  "http://10.0.0.1,        true",
      "http://api.twilio.com,             true",  "http://localhost.example.com,      true",  "http://[::2]:8010,      true",
  })
  void plainHttpToAnotherMachineIsInClear(String baseUri, boolean inClear) {
    assertEquals(inClear, ApiAddress.parse(baseUri).isInClear());
  }

  private static String sent(String baseUri, String url) {
    return ApiAddress.parse(baseUri).uriOf(new Request(HttpMethod.GET, url));
  }
}
