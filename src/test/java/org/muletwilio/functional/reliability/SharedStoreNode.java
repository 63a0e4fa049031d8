package org.muletwilio.functional.reliability;

import static java.util.stream.Collectors.joining;
import static org.mule.runtime.api.store.ObjectStoreManager.BASE_PERSISTENT_OBJECT_STORE_KEY;
import static org.muletwilio.functional.support.TestApplication.OBJECT_STORE_NAMESPACE;
import static org.muletwilio.functional.support.TestApplication.application;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.functional.support.WorkApplication;
import org.muletwilio.testkit.module.ObjectStoreExtension;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.redis.RedisConnection;
import org.muletwilio.testkit.redis.RedisObjectStore;
import org.muletwilio.testkit.redis.RedisServer;
import org.muletwilio.testkit.work.Work;
import org.muletwilio.testkit.work.WorkExtension;

import java.util.List;

/** One of several nodes that serve the same callbacks and share object stores in Redis; also as a process of its own. */
final class SharedStoreNode {

  /** Whose object stores they share. */
  static final String APPLICATION = "nodes";
  /** Refuses one of two nodes that store the same key at once. */
  static final String ATOMIC = "atomic";
  /** Takes it of both. */
  static final String CARELESS = "careless";

  private static final List<String> STORES = List.of(ATOMIC, CARELESS);

  private SharedStoreNode() {}

  /**
   * @param redis in which they share their object stores
   * @param publicPort the port that Twilio sees
   * @param port the node's own
   */
  static EmbeddedMule start(String baseUri, RedisConnection redis, int publicPort, int port, Work work) {
    return application(STORES.stream().map(store -> config(store, baseUri, publicPort, port)).collect(joining())
        + "<flow name='status' " + WorkExtension.NAMESPACE + "><work:perform callback='#[attributes]'/></flow>")
            .extension(WorkExtension.class).extension(ObjectStoreExtension.class).registered("work", work)
            .replacing(BASE_PERSISTENT_OBJECT_STORE_KEY,
                       new RedisObjectStore(redis, APPLICATION, store -> !store.startsWith(CARELESS)))
            .forgetRuns().start();
  }

  /** A config, its store and a flow that sends with it, all of one name. */
  private static String config(String store, String baseUri, int publicPort, int port) {
    return "<os:object-store " + OBJECT_STORE_NAMESPACE + " name='" + store + "-store'/>"
        + TestApplication.config(store, baseUri, "<twilio:http-callback-config domain='http://127.0.0.1' remotePort='"
            + publicPort + "' host='127.0.0.1' localPort='" + port + "' objectStore='" + store + "-store' reconcileAfter='1' "
            + "reconcileAfterUnit='SECONDS' flowTimeout='10' flowTimeoutUnit='SECONDS'/>")
        + "<flow name='send-" + store + "'><twilio:send-message config-ref='" + store + "' to='+15551234567' from='+15005550006' "
        + "body='Hello' status-callback-flow-ref='status'/></flow>";
  }

  /** @return what starts it in a Java of its own */
  static List<String> command(String baseUri, RedisServer redis, int publicPort, int port) {
    return WorkApplication.java(WorkApplication.classPath(), SharedStoreNode.class, baseUri, redis.address(),
                                Integer.toString(publicPort), Integer.toString(port));
  }

  /** Serves callbacks until it is killed, and tells of each that it has run the flow for. */
  public static void main(String[] arguments) throws InterruptedException {
    start(arguments[0], RedisConnection.to(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
          SharedStoreNode::tell);
    System.out.println("started");
    Thread.currentThread().join();
  }

  private static void tell(CallbackAttributes callback) {
    System.out.println("done " + callback.getResourceSid() + " " + callback.getStatus());
  }
}
