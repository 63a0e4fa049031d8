package org.muletwilio.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.Catalogue;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the next page of a list may be, and where not: credentials go there. */
class NextPageTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ApiOperation SERVICES = new Catalogue().find("verify.v2", "Services.list").orElseThrow();
  private static final Request FIRST = new Request(HttpMethod.GET, "https://verify.twilio.com/v2/Services");

  @ParameterizedTest
  @ValueSource(strings = {"http://verify.twilio.com/v2/Services?Page=1", "https://verify.twilio.com:8443/v2/Services",
      "https://verify.twilio.com:443/v2/Services", "https://user@verify.twilio.com/v2/Services",
      "https://user:secret@verify.twilio.com/v2/Services", "https://verify.twilio.com@evil.example/v2/Services",
      "https://verify.twilio.com.evil.example/v2/Services", "https://evil.example/verify.twilio.com/v2",
          "https://evil.example#.twilio.com/",
      "https://evil.example?.twilio.com/", "https://messaging.twilio.com/v1/Services",
          "https://verify.twilio.com%2eevil.example/",
      "https://verify.twilio.com\\@evil.example/", "https://xn--vrify-bsa.twilio.com/v2/Services",
          "https://v\u00e9rify.twilio.com/v2/Services",
      "https://\uff56erify.twilio.com/v2/Services", "//evil.example/v2/Services", "/\\evil.example/v2/Services",
          "\\\\evil.example\\v2",
      "https:/evil.example/v2", "https:evil.example", "https:///v2/Services", "file:///etc/passwd", "javascript:alert(1)",
          "v2/Services",
      "?Page=1", "ftp://verify.twilio.com/v2/Services", "https://verify.dublin.ie1.twilio.com/v2/Services",
          "https://[::1]/v2/Services",
      "https://verify.twilio.com/v2/Ser vices", " https://evil.example/", "https://verify.twilio.com/\n/v2"})
  void anAddressElsewhereIsRefused(String address) {
    String message = assertThrows(TwilioException.class, () -> next(ApiAddress.TWILIO, address)).getMessage();
    assertTrue(message.contains("no request was sent"), message);
    assertFalse(message.contains("\n"), message);
  }

  @ParameterizedTest
  @CsvSource({"https://verify.twilio.com/v2/Services?PageSize=2&Page=1&PageToken=x, /v2/Services?PageSize=2&Page=1&PageToken=x",
      "/v2/Services?Page=1, /v2/Services?Page=1",
          "https://verify.twilio.com/v2/Services?PageToken=a%2Fb%3D, /v2/Services?PageToken=a%2Fb%3D"})
  void anAddressOfTheApiIsTaken(String address, String path) {
    assertEquals("https://verify.twilio.com" + path, next(ApiAddress.TWILIO, address).orElseThrow().getUrl());
  }

  @ParameterizedTest
  @CsvSource({"https://api.dublin.ie1.twilio.com, https://verify.dublin.ie1.twilio.com/v2/Services",
      "https://api.dublin.ie1.twilio.com, https://verify.twilio.com/v2/Services",
          "http://127.0.0.1:8010, http://127.0.0.1:8010/v2/Services",
      "http://127.0.0.1:8010, https://verify.twilio.com/v2/Services",
      "https://gateway.example/twilio, https://gateway.example/twilio/v2/Services"})
  void aRegionAndABaseUriAreTheApiToo(String baseUri, String address) {
    assertEquals("https://verify.twilio.com/v2/Services", next(baseUri, address).orElseThrow().getUrl());
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:8010, http://127.0.0.1:8011/v2/Services",
      "http://127.0.0.1:8010, http://127.0.0.1:80100/v2/Services",
      "http://127.0.0.1:8010, http://user@127.0.0.1:8010/v2/Services",
          "https://gateway.example/twilio, https://gateway.example/other/v2",
      "https://gateway.example/twilio, https://gateway.example/twilio.evil/v2",
      "https://api.dublin.ie1.twilio.com, https://verify.sydney.au1.twilio.com/v2/Services"})
  void whatIsBesideThemIsNot(String baseUri, String address) {
    assertThrows(TwilioException.class, () -> next(baseUri, address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"meta\": {\"next_page_url\": null}}", "{\"meta\": {\"next_page_url\": \"\"}}",
      "{\"meta\": []}", "[]",
      "null", "{\"meta\": {\"nextToken\": null}}"})
  void thereMayBeNone(String page) throws Exception {
    assertEquals(Optional.empty(), after(ApiAddress.TWILIO, JSON.readTree(page)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b&c=d", "../../x", "https://evil.example/", "\r\nHost: evil.example"})
  void aTokenStaysInItsParameter(String token) throws Exception {
    Request next = after(ApiAddress.TWILIO, JSON.createObjectNode().set("meta", JSON.createObjectNode().put("nextToken", token)))
        .orElseThrow();
    assertEquals("https://verify.twilio.com/v2/Services", next.getUrl());
    assertFalse(next.encodeQueryParams().matches("(?s).*[\\s/:].*"), next.encodeQueryParams());
  }

  private static Optional<Request> next(String baseUri, String address) {
    return after(baseUri, JSON.createObjectNode().set("meta", JSON.createObjectNode().put("next_page_url", address)));
  }

  private static Optional<Request> after(String baseUri, JsonNode page) {
    return new NextPage(SERVICES, ApiAddress.parse(baseUri)).after(page, FIRST);
  }
}
