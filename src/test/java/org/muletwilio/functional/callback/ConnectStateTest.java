package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.Http;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For what, how often and how long the state of an authorization serves. */
class ConnectStateTest extends ConnectApplication {

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
  void aStateServesOnceAlsoWhereDuplicatesPass() throws Exception {
    String url = url(mule.run("other-address", "").payload().toString(), state("authorize-other", "Pass"));
    assertEquals(303, Http.get(url).statusCode());
    assertEquals(410, Http.get(url).statusCode());
  }

  @Test
  void aStateServesNoLongerThanItIsKnownToBeUsed() {
    assertTrue(assertThrows(FlowFailedException.class, () -> mule.run("authorize-too-long", "x")).getMessage()
        .contains("expiresAfter is 61 MINUTES"));
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
}
