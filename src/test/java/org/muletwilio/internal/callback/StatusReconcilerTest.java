package org.muletwilio.internal.callback;

import static java.util.Arrays.asList;
import static java.util.Collections.emptyMap;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.api.store.ObjectDoesNotExistException;
import org.mule.runtime.api.store.ObjectStore;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.testkit.mule.EmbeddedServices;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StatusReconcilerTest {

  @Test
  void aStatusThatComesMeanwhileDoesNotKeepTheRestWaiting() throws Exception {
    String due = new PendingStatus(new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "status", Optional.empty(), emptyMap()),
                                   0, 1).toText();
    CompletableFuture<String> lookedUp = new CompletableFuture<>();
    StatusSources sources = new StatusSources();
    sources.put("Twilio", (kind, sid) -> {
      lookedUp.complete(sid);
      return Optional.empty();
    });
    StatusReconciler reconciler = new StatusReconciler("Twilio", 1, storeOf(due), null, sources, getClass().getClassLoader());
    try (EmbeddedServices services = EmbeddedServices.start("reconciler")) {
      reconciler.start(services.schedulerService());
      assertEquals("SMhere", lookedUp.get(10, SECONDS));
      reconciler.stop();
    }
  }

  /** Lists two keys, of which the first is gone when it is asked for. */
  @SuppressWarnings("unchecked")
  private static ObjectStore<String> storeOf(String value) {
    return (ObjectStore<String>) Proxy.newProxyInstance(ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class},
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "allKeys":
              return asList("SMgone", "SMhere");
            case "contains":
              return false;
            default:
              if (arguments[0].equals("SMgone")) {
                throw new ObjectDoesNotExistException();
              }
              return value;
          }
        });
  }
}
