package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.config;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowRun;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twilio Connect: a browser that comes back from Twilio, and the end of an authorization. Twilio signs neither. */
class ConnectTest {

  private static final String APP = "CN00000000000000000000000000000001";
  private static final String ACCOUNT = "AC000000000000000000000000000000bb";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;
  private static String address;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), flows() + config("Other", simulator, "<twilio:http-callback-config "
        + "host='127.0.0.1' localPort='" + freePort() + "' duplicates='PASS'/>")
        + "<flow name='other-address'><twilio:callback-url config-ref='Other' kind='CONNECT_AUTHORIZATION' "
        + "flow-ref='connected'/></flow>"
        + authorize("authorize-other", "Other", "connected", "1", "MINUTES")).start();
    address = mule.run("address", "").payload().toString();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  private static String flows() {
    return "<flow name='address'><twilio:callback-url config-ref='Twilio' kind='CONNECT_AUTHORIZATION' flow-ref='connected'>"
        + "<twilio:callback-contexts><twilio:callback-context key='app' "
        + "value='7'/></twilio:callback-contexts></twilio:callback-url></flow><flow name='end-address'><twilio:callback-url "
        + "config-ref='Twilio' kind='CONNECT_DEAUTHORIZATION' flow-ref='disconnected'/></flow>"
        + authorize("authorize", "Twilio", "connected", "10", "MINUTES")
        + authorize("authorize-briefly", "Twilio", "connected", "1", "MILLISECONDS")
        + authorize("authorize-too-long", "Twilio", "connected", "61", "MINUTES")
        + authorize("authorize-another-flow", "Twilio", "another", "10", "MINUTES")
        + "<flow name='connected'><choice><when expression=\"#[payload.fail == 'yes']\"><raise-error type='APP:BROKEN' "
        + "description='broken on purpose'/></when></choice><set-variable variableName='httpStatus' value='303'/>"
        + "<set-variable variableName='outboundHeaders' value=\"#[output application/java --- {Location: "
        + "'https://example.com/done'}]\"/><set-payload value='done'/></flow>"
        + "<flow name='another'><logger level='DEBUG' message='none'/></flow>"
        + "<flow name='disconnected'><logger level='DEBUG' message='none'/></flow>";
  }

  private static String authorize(String flow, String config, String to, String after, String unit) {
    return "<flow name='" + flow + "'><twilio:authorize-url config-ref='" + config + "' connectAppSid='" + APP
        + "' flow-ref='" + to
        + "' expiresAfter='" + after + "' expiresAfterUnit='" + unit + "'><twilio:callback-contexts>"
        + "<twilio:callback-context key='user' value='#[payload]'/></twilio:callback-contexts></twilio:authorize-url></flow>";
  }

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
  void ofManyAtOnceOneRuns() throws Exception {
    String url = url(address, state("authorize", "Grace"));
    ExecutorService browsers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> replays = Collections.nCopies(8, () -> Http.get(url).statusCode());
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> each : browsers.invokeAll(replays)) {
        statuses.add(each.get());
      }
      Collections.sort(statuses);
      assertEquals(List.of(303, 410, 410, 410, 410, 410, 410, 410), statuses);
      assertEquals(1, runsFor("Grace").size());
    } finally {
      browsers.shutdownNow();
    }
  }

  @Test
  void aStateThatHasExpiredIsRefused() throws Exception {
    String state = state("authorize-briefly", "Late");
    long made = System.currentTimeMillis();
    while (System.currentTimeMillis() <= made + 1) {
      Thread.onSpinWait();
    }
    assertEquals(410, browser(address, state).statusCode());
    assertEquals(List.of(), runsFor("Late"));
  }

  @Test
  void aStateThatWasMadeForAnythingElseIsRefused() throws Exception {
    String state = state("authorize", "Mallory");
    String[] parts = state.split("\\.");
    String later = (Long.parseLong(parts[0]) + 1) + state.substring(state.indexOf('.'));
    String contextToken = address.substring(address.indexOf("context=") + "context=".length());
    for (String wrong : List.of(state("authorize-another-flow", "Mallory"), state("authorize-other", "Mallory"), later,
        state.replace(parts[1], "AAAAAAAAAAAAAAAAAAAAAA"),
        state.replace("Mallory", "Malice"), state + "x", "x" + state, state.substring(0, state.length() - 1), "", "...",
        "1.2.3.4", contextToken)) {
      assertEquals(403, browser(address, wrong).statusCode(), wrong);
    }
    assertEquals(403, Http.get(address + "&AccountSid=" + ACCOUNT).statusCode(), "without a state");
    assertEquals(403, Http.get(url(address, state) + "&state=" + state).statusCode(), "with two");
    assertEquals(404, Http.get(url(address.replace("/connected/", "/another/"), state)).statusCode());
    assertEquals(404, Http.get(url(address.replace("connect-authorization", "webhook"), state)).statusCode());
    assertEquals(List.of(), runsFor("Mallory"));
    assertEquals(303, browser(address, state).statusCode(), "nothing of that has used it up");
  }

  @Test
  void onlyAGetUsesAStateUp() throws Exception {
    String url = url(address, state("authorize", "Lin"));
    for (String method : List.of("HEAD", "POST", "PUT", "OPTIONS")) {
      assertEquals(405, Http.send(method, url, "").statusCode(), method);
    }
    assertEquals(303, Http.get(url).statusCode());
  }

  @Test
  void aFlowThatFailedLetsTheBrowserTryAgain() throws Exception {
    String url = url(address, state("authorize", "Kay"));
    assertEquals(500, Http.get(url + "&fail=yes").statusCode());
    assertEquals(303, Http.get(url).statusCode());
    assertEquals(410, Http.get(url).statusCode());
  }

  @Test
  void aStateServesOnceAlsoWhereDuplicatesPass() throws Exception {
    String url = url(mule.run("other-address", "").payload().toString(), state("authorize-other", "Pass"));
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
  void aStateServesNoLongerThanItIsKnownToBeUsed() {
    assertTrue(assertThrows(FlowFailedException.class, () -> mule.run("authorize-too-long", "x")).getMessage()
        .contains("expiresAfter is 61 MINUTES"));
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

  @Test
  void theUseOfAStateIsKnownAfterARestart(@TempDir Path folder) throws Exception {
    int port = freePort();
    String elements = config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port
        + "' objectStore='states-" + port + "'/>") + flows();
    String used;
    String unused;
    try (EmbeddedMule first = application(elements).workingDirectory(folder).start()) {
      String own = first.run("address", "").payload().toString();
      used = url(own, stateIn(first.run("authorize", "Ada").payload().toString()));
      unused = url(own, stateIn(first.run("authorize", "Ada").payload().toString()));
      assertEquals(303, Http.get(used).statusCode());
      assertEquals(410, Http.get(used).statusCode());
    }
    try (EmbeddedMule second = application(elements).workingDirectory(folder).start()) {
      assertEquals(410, Http.get(used).statusCode());
      assertEquals(303, Http.get(unused).statusCode());
      assertEquals(1, second.runs("connected").size());
    }
  }

  private static String state(String flow, String user) {
    return stateIn(mule.run(flow, user).payload().toString());
  }

  private static String stateIn(String authorizeUrl) {
    String start = "https://www.twilio.com/authorize/" + APP + "?state=";
    assertTrue(authorizeUrl.startsWith(start), authorizeUrl);
    return authorizeUrl.substring(start.length());
  }

  private static String url(String address, String state) {
    return address + "&AccountSid=" + ACCOUNT + "&state=" + state;
  }

  private static HttpResponse<String> browser(String address, String state) throws Exception {
    return Http.get(url(address, state));
  }

  private static List<FlowRun> runsFor(String user) {
    return mule.runs("connected").stream()
        .filter(run -> user.equals(((CallbackAttributes) run.attributes()).getContext().get("user"))).toList();
  }
}
