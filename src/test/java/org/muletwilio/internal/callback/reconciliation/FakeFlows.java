package org.muletwilio.internal.callback.reconciliation;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;

import org.muletwilio.api.callback.CallbackAttributes;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Flows of every name, which end as a test wants it. */
public final class FakeFlows {

  private final List<CallbackAttributes> runs = new CopyOnWriteArrayList<>();
  private volatile Function<CallbackAttributes, CompletableFuture<Void>> ends = told -> CompletableFuture.completedFuture(null);

  /** Lets flows end so from now on; how they do may depend on what they are told. */
  public void end(Function<CallbackAttributes, CompletableFuture<Void>> ends) {
    this.ends = ends;
  }

  /** Lets flows fail from now on. */
  public void fail() {
    end(told -> CompletableFuture.failedFuture(new IllegalStateException("failed on purpose")));
  }

  /** Lets flows end well from now on. */
  public void succeed() {
    end(told -> CompletableFuture.completedFuture(null));
  }

  /** @return what the runs were told, in the order in which they began */
  public List<CallbackAttributes> runs() {
    return runs;
  }

  ConfigurationComponentLocator locator() {
    ExecutableComponent flow = fake(ExecutableComponent.class, "execute", arguments -> run((InputEvent) arguments[0]),
                                    Component.class);
    return fake(ConfigurationComponentLocator.class, "find", arguments -> Optional.of(flow));
  }

  private CompletableFuture<ExecutionResult> run(InputEvent event) {
    CallbackAttributes told = (CallbackAttributes) event.getMessage().getAttributes().getValue();
    runs.add(told);
    return ends.apply(told).thenApply(end -> fake(ExecutionResult.class, "complete", arguments -> null));
  }

  @SuppressWarnings("unchecked")
  private static <T> T fake(Class<T> type, String method, Function<Object[], Object> answer, Class<?>... more) {
    Class<?>[] types = new Class<?>[more.length + 1];
    types[0] = type;
    System.arraycopy(more, 0, types, 1, more.length);
    return (T) Proxy.newProxyInstance(type.getClassLoader(), types, (proxy, called, arguments) -> {
      switch (called.getName()) {
        case "toString":
          return type.getSimpleName();
        case "hashCode":
          return System.identityHashCode(proxy);
        case "equals":
          return proxy == arguments[0];
        default:
          return called.getName().equals(method) ? answer.apply(arguments) : null;
      }
    });
  }
}
