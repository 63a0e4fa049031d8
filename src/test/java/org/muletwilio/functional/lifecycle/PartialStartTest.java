package org.muletwilio.functional.lifecycle;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.mule.runtime.api.scheduler.SchedulerView;

import org.muletwilio.functional.support.Http;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.tunnel.AgentStandIn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** A start that fails at any of its steps, as on a machine that has no thread left: what has started before is stopped. */
class PartialStartTest {

  /** What each part of the connector runs on. */
  private static final Set<String> PARTS = Set.of("[app].twilio-Twilio", "twilio-Twilio-requests", "twilio-Twilio-timer",
      "twilio-callback-runs-Twilio", "twilio-deadlines-Twilio", "twilio-Twilio-pending-statuses",
      "twilio-Twilio-status-look-ups", "twilio-Twilio-status-timer", "twilio-callbacks-Twilio", "twilio-callbacks-Twilio-timer",
      "twilio-tunnel-agents", "twilio-source-registrations");

  private final int port = freePort();
  private final Set<String> refused = new TreeSet<>();
  private boolean refusedNow;

  @Test
  @ExpectedErrors("can be had")
  void wherePartOfItCannotStartNothingIsLeft() throws Exception {
    try (AgentStandIn agent = new AgentStandIn().ngrok(Map.of("https://fox.ngrok.app", "localhost:" + port));
        TwilioSimulator simulator = TwilioSimulator.builder().phoneNumber("+15005550001").start();
        EmbeddedServices services = EmbeddedServices.start("partial")) {
      services.refuseSchedulers(this::isNext);
      do {
        refusedNow = false;
        startAndStop(application(simulator, agent).name("app").sharedServices(services));
        assertEquals(List.of(), services.schedulerService().getSchedulers().stream().map(SchedulerView::getName)
            .filter(PartialStartTest::isOfConnector).collect(toList()), refused.toString());
        assertFalse(Http.staysOpen(port), refused.toString());
      } while (refusedNow);
      assertTrue(refused.containsAll(PARTS), refused.toString());
    }
  }

  private EmbeddedMuleBuilder application(TwilioSimulator simulator, AgentStandIn agent) {
    return TestApplication.application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
        + port + "' tunnel='NGROK' tunnelAgentPort='" + agent.port() + "' objectStore='answers' reconcileAfter='1'/>")
        + sendFlow() + flow("status") + "<flow name='answer'><twilio:on-message config-ref='Twilio' phoneNumber='+15005550001'/>"
        + "<logger/></flow>");
  }

  private void startAndStop(EmbeddedMuleBuilder application) {
    try (EmbeddedMule mule = application.start()) {
      // some of it is tried again
      assertTrue(mule.flowsWithSource().contains("answer"));
    } catch (ApplicationStartException e) {
      assertTrue(refusedNow, () -> "the application does not start: " + e);
    }
  }

  /** In each start another scheduler is refused, until none is left. */
  private synchronized boolean isNext(String scheduler) {
    if (refusedNow || !isOfConnector(scheduler) || !refused.add(scheduler)) {
      return false;
    }
    refusedNow = true;
    return true;
  }

  private static boolean isOfConnector(String scheduler) {
    return scheduler.contains("twilio-");
  }
}
