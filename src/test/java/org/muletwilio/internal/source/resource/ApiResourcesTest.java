package org.muletwilio.internal.source.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.connection.TestConnection;
import org.muletwilio.internal.connection.http.FakeHttp;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.Map;

import com.twilio.rest.Domains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are read to their end, and what an answer holds leads to no other host. */
class ApiResourcesTest {

  private static final String NEXT = "/v1/Sinks?PageSize=100&Page=1&PageToken=PA%2B1";

  private final FakeHttp http = new FakeHttp();
  private final ApiResources api = new ApiResources(TestConnection.over(http), Domains.EVENTS);

  @ParameterizedTest
  @ValueSource(strings = {"\"meta\":{\"next_page_url\":\"https://events.twilio.com" + NEXT + "\"}",
      "\"meta\":{\"next_page_url\":\"https://elsewhere.example.com" + NEXT + "\"}", "\"next_page_uri\":\"" + NEXT + "\""})
  void allPagesAreReadFromTwiliosHost(String next) {
    http.answer(200, "{\"sinks\":[{\"sid\":\"DG1\"}]," + next + "}");
    http.answer(200, "{\"sinks\":[{\"sid\":\"DG2\"}],\"meta\":{\"next_page_url\":null},\"next_page_uri\":null}");
    assertEquals(2, api.list("/v1/Sinks", Map.of(), "sinks").size());
    assertEquals("https://events.twilio.com" + NEXT, http.requests().get(1).getUri().toString());
  }

  /** Behind "https://events.twilio.com" each of these would be a part of the host, a port or a user. */
  @ParameterizedTest
  @ValueSource(strings = {".example.com/v1/Sinks", "@example.com/v1/Sinks", ":1234/v1/Sinks", "mailto:somebody@example.com",
      "?Page=1", "https://", "https:// /", "nul l"})
  void anAddressWithoutAPathIsNotFollowed(String next) {
    http.answer(200, "{\"sinks\":[],\"meta\":{\"next_page_url\":\"" + next + "\"}}");
    http.answer(200, "{\"sinks\":[]}");
    assertThrows(TwilioException.class, () -> api.list("/v1/Sinks", Map.of(), "sinks"));
    assertEquals(1, http.requests().size());
  }

  @Test
  void aListWithoutAnEndIsAnError() {
    for (int i = 0; i < 1000; i++) {
      http.answer(200, "{\"sinks\":[{\"sid\":\"DG1\"}],\"meta\":{\"next_page_url\":\"https://events.twilio.com" + NEXT + "\"}}");
    }
    TwilioException refused = assertThrows(TwilioException.class, () -> api.list("/v1/Sinks", Map.of(), "sinks"));
    assertEquals(TwilioError.SERVER_ERROR, refused.getType());
    assertTrue(refused.getMessage().contains("/v1/Sinks has more than 100 pages"), refused.getMessage());
    assertEquals(100, http.requests().size());
  }

  @Test
  void noPageIsReadBehindWhatIsWanted() {
    http.answer(200, "{\"sinks\":[{\"sid\":\"DG1\"},{\"sid\":\"DG2\"}],\"meta\":{\"next_page_url\":\"https://events.twilio.com"
        + NEXT + "\"}}");
    assertEquals("DG2", ApiResources.sidOf(api.find("/v1/Sinks", Map.of(), "sinks",
        each -> ApiResources.sidOf(each).equals("DG2")).orElseThrow()));
    assertEquals(1, http.requests().size());
  }
}
