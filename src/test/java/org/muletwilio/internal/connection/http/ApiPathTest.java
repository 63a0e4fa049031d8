package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.error.TwilioException;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import com.twilio.http.HttpMethod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value of a path parameter may name another resource: neither where it was escaped nor where it was not. */
class ApiPathTest {

  private static final String ACCOUNT = "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000000";

  @ParameterizedTest
  @ValueSource(strings = {"/Messages/../Calls/CA1.json", "/Messages/./SM1.json", "/Messages//SM1.json", "/Messages/SM1.json#x",
      "/Messages/%2e%2e/Calls/CA1.json", "/Messages/%2E./Calls/CA1.json", "/Messages/..%2fCalls/CA1.json",
      "/Messages/a%5C..%5Cb.json",
      "/Messages/x%2F..%2F..%2FCalls.json", "/Messages/SM1;x=y.json", "/Messages/SM 1.json", "/Messages/SM1\n.json",
      "/Messages/SM1\0.json", "/Messages/SMé.json", "/Messages/\u202ESM.json", "/Messages/%zz.json", "/Messages/%.json",
      "/Messages/..%3B/Calls.json", "/Messages/x%2F..%3Ba%2FCalls.json", "/Messages/..%00/Calls.json", "/Messages/",
      "/Messages/a\\b.json", "/Messages/<x>.json", "/.."})
  void whatIsNotAPathOfTheApiIsNotSent(String path) {
    for (HttpMethod method : HttpMethod.values()) {
      TwilioException refused = assertThrows(TwilioException.class, () -> ApiPath.require(method, ACCOUNT + path));
      assertTrue(refused.getMessage().contains("/Messages") || path.equals("/.."), refused.getMessage());
      assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
    }
  }

  @Test
  void onlyTheNextPageOfAListBringsItsQuery() {
    String next = ACCOUNT + "/Applications.json?PageSize=2&Page=1&PageToken=PAAP%2F..%2Fx";
    assertDoesNotThrow(() -> ApiPath.require(HttpMethod.GET, next));
    for (HttpMethod method : new HttpMethod[] {HttpMethod.POST, HttpMethod.DELETE, HttpMethod.PUT}) {
      assertThrows(TwilioException.class, () -> ApiPath.require(method, next));
    }
    assertThrows(TwilioException.class, () -> ApiPath.require(HttpMethod.GET, "https://api.twilio.com"));
    assertThrows(TwilioException.class, () -> ApiPath.require(HttpMethod.GET, "https://api.twilio.com?/x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Messages.json", "/Conferences/Daily%20%26%20Weekly/Participants.json",
      "/Conferences/a%2Fb%3F/Participants.json",
      "/Conferences/me@example.com/Participants.json", "/PhoneNumbers/+15551234567", "/Conferences/..a/Participants.json"})
  void whatIsAPathOfTheApiIsSent(String path) {
    assertDoesNotThrow(() -> ApiPath.require(HttpMethod.POST, ACCOUNT + path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..;", "..;/..;a=b/Calls", "x/.;/y", "..\0/x", "x/.. ", "\t../x", "..", ".", "../x",
      "x/..", "x/../y", "x\\..\\y", "/./", "x/."})
  void dotSegmentsLeadElsewhere(String name) {
    assertTrue(ApiPath.leadsElsewhere(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "daily-standup", "...", "a.b", "..a", "a/b", "%2e%2e%2f", "a?b#c;d"})
  void otherNamesDoNot(String name) {
    assertFalse(ApiPath.leadsElsewhere(name));
  }

  /** Whatever the name, what is sent is one segment that reads back as the name, or nothing is sent. */
  @Property
  void aNameIsOneSegment(@ForAll String name) {
    String segment = ApiPath.segment(name);
    URI uri = URI.create(ACCOUNT + "/Conferences/" + segment + "/Participants.json");
    assertEquals(URI.create(ACCOUNT).getRawPath() + "/Conferences/" + segment + "/Participants.json", uri.getRawPath());
    assertEquals(-1, segment.indexOf('/'));
    if (name.codePoints().noneMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)) {
      assertEquals(name, URLDecoder.decode(segment, StandardCharsets.UTF_8));
    }
    if (!name.isEmpty() && !ApiPath.leadsElsewhere(name)) {
      assertDoesNotThrow(() -> ApiPath.require(HttpMethod.POST, uri.toString()));
    }
  }
}
