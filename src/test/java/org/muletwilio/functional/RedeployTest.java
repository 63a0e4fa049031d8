package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.sendFlow;
import static org.muletwilio.functional.TestApplication.simulator;

import org.muletwilio.internal.callback.CallbackListeners;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.twilio.TwilioSimulator;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One application that is deployed again and again on the same services: threads, port and objects go with it. */
class RedeployTest {

  private static final int REDEPLOYS = 50;
  /** The shared services' idle threads may hold the last ones; a leak would hold all. */
  private static final int FEW = 10;

  @Test
  void nothingIsLeftBehind() throws Exception {
    int port = freePort();
    List<WeakReference<?>> applications = new ArrayList<>();
    try (TwilioSimulator simulator = simulator(); EmbeddedServices services = EmbeddedServices.start("redeployed")) {
      deploy(simulator, services, port, applications);
      List<String> before = threads();
      for (int i = 0; i < REDEPLOYS; i++) {
        deploy(simulator, services, port, applications);
        assertFalse(Http.isOpen(port), "the port is open after redeploy " + i);
      }
      List<String> after = threads();
      assertEquals(before.size(), after.size(), "after " + REDEPLOYS + " redeploys there are " + after + ", before " + before);
      long alive = awaitCollected(applications);
      assertTrue(alive <= FEW, "applications that are still in memory: " + alive);
    }
  }

  private static void deploy(TwilioSimulator simulator, EmbeddedServices services, int port, List<WeakReference<?>> applications)
      throws Exception {
    try (EmbeddedMule mule = application(simulator, port, sendFlow() + flow("status")).name("redeployed").sharedServices(services)
        .start()) {
      mule.run("send", "Hello");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered") && run.hasEnded(), SOON);
      applications.add(new WeakReference<>(mule.lookup(CallbackListeners.class)));
    }
  }

  /** The connector's: listeners, HTTP clients and reconcilers. Those of flows are the kernel's own. */
  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
        .filter(name -> name.contains("twilio-") && !name.contains("simulator")).sorted().toList();
  }

  private static long awaitCollected(List<WeakReference<?>> applications) throws InterruptedException {
    long alive = applications.size();
    for (int round = 0; round < 50 && alive > FEW; round++) {
      System.gc();
      Thread.sleep(20);
      alive = applications.stream().filter(each -> each.get() != null).count();
    }
    return alive;
  }
}
