package org.muletwilio.functional.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.Http;
import org.muletwilio.internal.callback.listener.CallbackListeners;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.tool.ToolProcess;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One application that is deployed again and again on the same services: threads, port and objects go with it. */
class RedeployTest {

  private static final int REDEPLOYS = 50;
  /**
   * The first and the last: Mule 4.1 makes a subclass of the connection provider, in the class loader of the extension, whose
   * static fields CGLIB$CALLBACK_FILTER and CGLIB$STATIC_CALLBACKS keep the one and the other. They go with that class loader,
   * which here is that of the tests.
   */
  private static final int HELD_BY_MULE = 2;

  @Test
  void nothingIsLeftBehind() throws Exception {
    int port = freePort();
    List<WeakReference<?>> applications = new ArrayList<>();
    try (TwilioSimulator simulator = simulator(); EmbeddedServices services = EmbeddedServices.start("redeployed")) {
      deploy(simulator, services, port, applications);
      assertEquals(List.of(), awaitThreads(0));
      for (int i = 0; i < REDEPLOYS; i++) {
        deploy(simulator, services, port, applications);
        assertFalse(Http.staysOpen(port), "the port is open after redeploy " + i);
      }
      assertEquals(List.of(), awaitThreads(0), "after " + REDEPLOYS + " redeploys");
      long alive = awaitCollected(applications, HELD_BY_MULE);
      assertTrue(alive <= HELD_BY_MULE, "applications that are still in memory: " + alive);
    }
  }

  /**
   * As a server does it: with the extension goes its class loader. In a process of its own, whose Mule can't see the extension.
   * Mule 4.1 makes subclasses of its own factories of configs and of connection providers, whose static fields
   * CGLIB$STATIC_CALLBACKS keep the definition, and with it the class loader, of an application until another registers: two at
   * most, however many came.
   */
  @Test
  void theClassLoaderOfTheExtensionIsNotLeftBehind(@TempDir Path folder) throws Exception {
    try (ToolProcess reload = ToolProcess.start(folder, ExtensionReload.command())) {
      String alive = reload.awaitOutput(Pattern.compile("Class loaders in memory: (\\d+)"), Duration.ofMinutes(3)).group(1);
      assertTrue(Integer.parseInt(alive) <= HELD_BY_MULE, alive + " of " + ExtensionReload.DEPLOYMENTS + " are still in memory");
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

  /** The connector's: listeners, HTTP clients and reconcilers; and the flows'. */
  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
        .filter(name -> name.contains("twilio-") && !name.contains("simulator") || name.contains("[redeployed]")).sorted()
        .toList();
  }

  /** A flow's thread is told to end when the application stops, and not waited for. */
  private static List<String> awaitThreads(int expected) throws InterruptedException {
    List<String> threads = threads();
    for (long end = System.nanoTime() + SOON.toNanos(); threads.size() > expected && System.nanoTime() < end;) {
      Thread.sleep(20);
      threads = threads();
    }
    return threads;
  }

  static long awaitCollected(List<WeakReference<?>> references, int expected) throws InterruptedException {
    long alive = references.size();
    for (int round = 0; round < 50 && alive > expected; round++) {
      System.gc();
      Thread.sleep(20);
      alive = references.stream().filter(each -> each.get() != null).count();
    }
    return alive;
  }
}
