package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.functional.support.Http;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.testkit.mule.FlowRun;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Twilio Connect: a browser that comes back from Twilio, and the end of an authorization. Twilio signs neither. */
class ConnectTest extends ConnectApplication {

  @Test
  void theBrowserComesBackOnce() throws Exception {
    String state = state("authorize", "Ada");
    HttpResponse<String> answer = browser(address, state);
    assertEquals(303, answer.statusCode());
    assertEquals("https://example.com/done", answer.headers().firstValue("Location").orElseThrow());
    assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElseThrow());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());

    FlowRun run = runsFor("Ada").get(0);
    CallbackAttributes attributes = (CallbackAttributes) run.attributes();
    assertEquals(CallbackKind.CONNECT_AUTHORIZATION, attributes.getKind());
    assertEquals(ACCOUNT, attributes.getResourceSid());
    assertEquals(Map.of("app", "7", "user", "Ada"), attributes.getContext());
    assertEquals("GET", attributes.getMethod());

    HttpResponse<String> replay = browser(address, state);
    assertEquals(410, replay.statusCode());
    assertTrue(replay.body().contains("start again"), replay.body());
    assertEquals(410, Http.get(url(address, state).replace(ACCOUNT, TestApplication.ACCOUNT)).statusCode(),
        "with another account");
    assertEquals(1, runsFor("Ada").size());
  }

  @Test
  void aFlowThatFailedLetsTheBrowserTryAgain() throws Exception {
    String url = url(address, state("authorize", "Kay"));
    assertEquals(500, Http.get(url + "&fail=yes").statusCode());
    assertEquals(303, Http.get(url).statusCode());
    assertEquals(410, Http.get(url).statusCode());
  }

  @Test
  void aRefusalComesBackAsAnError() throws Exception {
    assertEquals(303, Http.get(address + "&error=unauthorized_client&state=" + state("authorize", "No")).statusCode());
    assertEquals("unauthorized_client", ((CallbackAttributes) runsFor("No").get(0).attributes()).getStatus());
  }

  @Test
  void whoDeclinesWithoutAStateSeesAPageAndNoFlowRuns() throws Exception {
    int before = mule.runs("connected").size();
    HttpResponse<String> declined = Http.get(address + "&error=unauthorized_client");
    assertEquals(403, declined.statusCode());
    assertTrue(declined.body().contains("nothing has been connected"), declined.body());
    for (String other : List.of("&error=other", "&error=unauthorized_client&error=x", "&error=unauthorized_client&AccountSid="
        + ACCOUNT,
                                "&error=unauthorized_client&state=")) {
      HttpResponse<String> refused = Http.get(address + other);
      assertEquals(403, refused.statusCode(), other);
      assertEquals("", refused.body(), other);
    }
    assertEquals(before, mule.runs("connected").size());
  }

  @Test
  void theEndOfAnAuthorizationNeedsTheAddressAlone() throws Exception {
    String end = mule.run("end-address", "").payload().toString();
    assertEquals(204, Http.send("POST", end, "AccountSid=" + ACCOUNT + "&ConnectAppSid=" + APP).statusCode());
    FlowRun run = mule.runs("disconnected").get(0);
    assertEquals(ACCOUNT, ((CallbackAttributes) run.attributes()).getResourceSid());
    assertEquals(APP, ((Map<?, ?>) run.payload()).get("ConnectAppSid"));
    assertEquals(404, Http.send("POST", end.replace("/disconnected/", "/connected/"), "AccountSid=" + ACCOUNT).statusCode());
    assertEquals(404, Http.send("POST", end.replace("connect-deauthorization", "event"), "AccountSid=" + ACCOUNT).statusCode());
  }
}
