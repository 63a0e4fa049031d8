package org.muletwilio.internal.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.testkit.log.LogLines;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody signs what the browser of an authorization brings: its state alone tells that it was made here, and serves once. */
class AuthorizationCallbacksTest {

  private static final CallbackRoute ROUTE =
      new CallbackRoute("Twilio", CallbackKind.CONNECT_AUTHORIZATION, "status", Optional.empty(), Map.of("order", "1"));
  private static final String TARGET =
      EndpointFixture.BASE_PATH + ROUTE.pathAndQuery(new RouteSecret(ReceiverFixture.SECRET)) + "&AccountSid=AC1";
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final EndpointFixture fixture = EndpointFixture.of(DuplicateHandling.SUPPRESS, Optional.empty(), false);

  @BeforeEach
  void open() throws Exception {
    fixture.endpoint.open();
  }

  @ParameterizedTest
  @EnumSource(DuplicateHandling.class)
  void aStateServesOnce(DuplicateHandling duplicates) throws Exception {
    EndpointFixture each = EndpointFixture.of(duplicates, Optional.empty(), false);
    String state = each.endpoint.getAuthorizationStates().newState(ROUTE, MINUTE);
    assertEquals(200, status(each, "&state=" + state));
    assertEquals(410, status(each, "&state=" + state));
    assertEquals(200, status(each, "&state=" + each.endpoint.getAuthorizationStates().newState(ROUTE, MINUTE)));
    assertEquals(2, each.runs.get());
  }

  @Test
  void withoutAStateOfItsOwnABrowserIsRefused() throws Exception {
    String state = state(MINUTE);
    String another = fixture.endpoint.getAuthorizationStates()
        .newState(new CallbackRoute("Twilio", CallbackKind.CONNECT_AUTHORIZATION, "other", Optional.empty(), Map.of()), MINUTE);
    for (String query : List.of("", "&state=", "&state=x", "&state=" + state + "x", "&state=" + state + "&state=" + state,
        "&state=" + another)) {
      try (LogLines log = LogLines.of(RefusalLog.class.getName(), Level.DEBUG)) {
        assertEquals(403, status(fixture, query), query);
        assertEquals(1, log.with("a browser at 127.0.0.1 for flow 'status' without a state that was made for it").size());
      }
    }
    assertEquals(0, fixture.runs.get());
    assertEquals(200, status(fixture, "&state=" + state), "a wrong use does not use it up");
  }

  @Test
  void anOldStateServesNoMore() throws Exception {
    try (LogLines log = LogLines.of(RefusalLog.class.getName(), Level.WARN)) {
      assertEquals(410, status(fixture, "&state=" + state(-1)));
      assertEquals(1, log.with("a browser at 127.0.0.1 for flow 'status' whose state has expired").size(), log.all()::toString);
    }
    assertEquals(0, fixture.runs.get());
  }

  /** A body that can't be read would be answered 400. */
  @Test
  void aStateIsLookedAtBeforeTheBody() throws Exception {
    for (String state : List.of("x", state(-1))) {
      Draft draft = draft("&state=" + state);
      draft.breaksAt = 0;
      assertEquals(state.equals("x") ? 403 : 410, fixture.handle(draft).get(0).getStatusCode());
    }
    Draft genuine = draft("&state=" + state(MINUTE));
    genuine.breaksAt = 0;
    assertEquals(400, fixture.handle(genuine).get(0).getStatusCode());
  }

  /** Neither a look ahead of a mail program nor another site's form may use it up. */
  @Test
  void whatIsNoVisitDoesNotUseTheStateUp() throws Exception {
    String state = state(MINUTE);
    for (String method : List.of("HEAD", "POST")) {
      Draft draft = draft("&state=" + state);
      draft.method = method;
      assertEquals(405, fixture.handle(draft).get(0).getStatusCode());
    }
    assertEquals(200, status(fixture, "&state=" + state));
  }

  /** Longer than it is known that it has been used, none may serve. */
  @Test
  void noStateServesLongerThanItIsRemembered() throws Exception {
    assertEquals(EndpointFixture.WINDOW.toMillis(), fixture.endpoint.getAuthorizationStates().getLongestMillis());
    assertEquals(Duration.ofHours(1).toMillis(),
                 new AuthorizationStates(new RouteSecret("1"), Long.MAX_VALUE).getLongestMillis());
  }

  private String state(long lifetimeMillis) throws Exception {
    return fixture.endpoint.getAuthorizationStates().newState(ROUTE, lifetimeMillis);
  }

  private static int status(EndpointFixture fixture, String query) {
    List<HttpResponse> answers = fixture.handle(draft(query));
    assertEquals(1, answers.size());
    assertTrue(answers.get(0).getStatusCode() != 200 || "no-store".equals(answers.get(0).getHeaderValue("Cache-Control")));
    return answers.get(0).getStatusCode();
  }

  private static Draft draft(String query) {
    Draft draft = Draft.form();
    draft.method = "GET";
    draft.target = TARGET + query;
    draft.body = new byte[0];
    draft.signature = null;
    return draft;
  }
}
