package org.muletwilio.functional.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.OBJECT_STORE_NAMESPACE;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.runtime.api.store.ObjectStore;
import org.mule.runtime.api.store.ObjectStoreManager;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.module.ObjectStoreExtension;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An object store that is an element of the application, as those of MuleSoft's Object Store module are. */
class ObjectStoreElementTest {

  private static final String STORE = "<os:object-store name='callbacks' persistent='true'/>";

  @Test
  void theElementMayStandBeforeTheConfigOrAfterIt(@TempDir Path folder) throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator()) {
      CallbackAttempt delivered;
      try (EmbeddedMule mule = start(simulator, port, folder, "", STORE)) {
        mule.run("send", "Hello");
        delivered = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered") && each.successful());
        assertEquals(204, simulator.repeat(delivered).status());
        ObjectStore<?> store = mule.lookup(ObjectStoreManager.class).getObjectStore("callbacks");
        assertTrue(store.allKeys().stream().anyMatch(key -> key.endsWith("/delivered/#done")), () -> keys(store));
      }
      try (EmbeddedMule mule = start(simulator, port, folder, STORE, "")) {
        assertEquals(204, simulator.repeat(delivered).status());
        assertEquals(0, mule.runs("status").size());
      }
    }
  }

  @Test
  void whatIsAwaitedIsInTheElementsStoreToo(@TempDir Path folder) throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator()) {
      simulator.faults().drop(1);
      try (EmbeddedMule mule = start(simulator, port, folder, STORE, "")) {
        mule.run("send", "Hello");
        ObjectStore<?> store = mule.lookup(ObjectStoreManager.class).getObjectStore("callbacks");
        assertTrue(store.allKeys().stream().anyMatch(key -> key.startsWith("twilio/pending/Twilio/")), () -> keys(store));
      }
      simulator.faults().drop(0);
      try (EmbeddedMule mule = start(simulator, port, folder, STORE, "")) {
        mule.awaitRun("status", run -> ((CallbackAttributes) run.attributes()).isReconciled() && run.succeeded(), SOON);
      }
    }
  }

  @Test
  void anElementThatIsNoObjectStoreIsRefused() throws Exception {
    try (TwilioSimulator simulator = simulator()) {
      ApplicationStartException refused = assertThrows(ApplicationStartException.class,
          () -> application(config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort()
              + "' objectStore='status'/>") + flow("status")).start());
      assertTrue(refused.getMessage().contains("objectStore is 'status', which is a ")
          && refused.getMessage().contains("not an object store"), refused::getMessage);
    }
  }

  private static EmbeddedMule start(TwilioSimulator simulator, int port, Path folder, String before, String after) {
    String elements = before + config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port
        + "' objectStore='callbacks' reconcileAfter='3' reconcileAfterUnit='SECONDS'/>") + after + sendFlow() + flow("status");
    return application(elements.replace("<os:object-store", "<os:object-store " + OBJECT_STORE_NAMESPACE))
        .extension(ObjectStoreExtension.class).workingDirectory(folder).start();
  }

  private static String keys(ObjectStore<?> store) {
    try {
      return store.allKeys().toString();
    } catch (Exception e) {
      return e.toString();
    }
  }
}
