package org.muletwilio.functional.environment;

import static org.junit.jupiter.api.Assertions.fail;
import static org.mule.runtime.api.store.ObjectStoreManager.BASE_PERSISTENT_OBJECT_STORE_KEY;
import static org.muletwilio.functional.support.TestApplication.OBJECT_STORE_NAMESPACE;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.mule.runtime.core.internal.store.PartitionedInMemoryObjectStore;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.module.ObjectStoreExtension;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A cluster puts its own object stores in place of Mule's. The registry then has a local manager of object stores, too: the type
 * alone no longer says which one is meant.
 */
class ClusterTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "<os:object-store " + OBJECT_STORE_NAMESPACE + " name='callbacks'/>"})
  void whatConfigsKeepIsInTheStoresOfTheCluster(String element) throws Exception {
    PartitionedInMemoryObjectStore<String> stores = new PartitionedInMemoryObjectStore<>();
    try (TwilioSimulator simulator = simulator(); EmbeddedMule mule = start(simulator, element, stores)) {
      simulator.faults().drop(1);
      mule.run("send", "Lost");
      awaitKey(stores, "message-status/AC[0-9a-f]+/SM.*");
      simulator.faults().drop(0);
      mule.run("send", "Delivered");
      awaitKey(stores, "twilio/Twilio/message-status/status/SM.*/delivered/.*");
    }
  }

  private static EmbeddedMule start(TwilioSimulator simulator, String element, PartitionedInMemoryObjectStore<String> stores) {
    return application(element + config("Twilio", simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='"
        + freePort() + "' objectStore='callbacks' reconcileAfter='1' reconcileAfterUnit='HOURS'/>") + sendFlow() + flow("status"))
            .extension(ObjectStoreExtension.class).replacing(BASE_PERSISTENT_OBJECT_STORE_KEY, stores).start();
  }

  private static void awaitKey(PartitionedInMemoryObjectStore<String> stores, String pattern) throws Exception {
    List<String> keys = new ArrayList<>();
    for (long end = System.nanoTime() + SOON.toNanos(); System.nanoTime() < end; Thread.sleep(20)) {
      keys.clear();
      for (String partition : stores.allPartitions()) {
        keys.addAll(stores.allKeys(partition));
      }
      if (keys.stream().anyMatch(key -> key.matches("(twilio/pending/Twilio/)?" + pattern))) {
        return;
      }
    }
    fail("The cluster's stores have no key like " + pattern + ", but " + keys);
  }
}
