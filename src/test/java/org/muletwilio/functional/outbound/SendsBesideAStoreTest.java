package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.store.HookedObjectStores;
import org.muletwilio.testkit.store.StoreHook;
import org.muletwilio.testkit.store.StoreThreads;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sends whose status is awaited: they wait for no slow store. */
@Timeout(120)
class SendsBesideAStoreTest extends LoadFixture {

  @Test
  void whatIsRememberedAfterASendIsStoredWhereThreadsMayWait() throws Exception {
    StoreThreads threads = new StoreThreads();
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = awaiting(simulator, threads)) {
      simulator.faults().drop(1);
      mule.run("send", "Hello");
      mule.run("call", "");
      mule.run("add", "");
      threads.requireNone();
    }
  }

  @Test
  void aSlowStoreLetsEachSendEndAndHoldsNobodyElse() throws Exception {
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = awaiting(simulator, StoreHook.slow(Duration.ofSeconds(2)), "responseTimeout='1'")) {
      simulator.faults().drop(1);
      List<CompletableFuture<String>> ends = send(mule, "send", 40);
      simulator.awaitRequests(all -> all.stream().filter(each -> each.method().equals("POST")).count() >= 40, SOON);
      long millis = millisOf(() -> mule.run("plain", ""));
      assertTrue(millis < 1500, "a plain send took " + millis + " ms");
      assertEquals(Map.of("sent", 40L), counts(ends));
    }
  }

  private static EmbeddedMule awaiting(TwilioSimulator simulator, StoreHook hook) {
    return awaiting(simulator, hook, "");
  }

  /** @return an application whose operations remember that statuses are awaited, and which looks none up in the test's time */
  private static EmbeddedMule awaiting(TwilioSimulator simulator, StoreHook hook, String attributes) {
    return application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort()
        + "' reconcileAfter='1' reconcileAfterUnit='HOURS'/>").replace("baseUri", attributes + " baseUri")
        + config("Plain", simulator, "") + sendFlow() + PLAIN + flow("status")
        + "<flow name='call'><twilio:make-call config-ref='Twilio' to='+15551234567' from='+15005550006' "
        + "twiml='&lt;Response/&gt;' status-callback-flow-ref='status'/></flow>"
        + "<flow name='add'><twilio:add-participant config-ref='Twilio' conference='room' to='+15551234567' from='+15005550006' "
        + "status-callback-flow-ref='status'/></flow>")
        .replacing(HookedObjectStores.SERVICE, new HookedObjectStores(hook)).start();
  }
}
