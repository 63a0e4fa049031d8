package org.muletwilio.internal.callback.flow;

import static java.util.concurrent.CompletableFuture.completedFuture;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.execution.ComponentExecutionException;
import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.lifecycle.LifecycleException;
import org.mule.runtime.api.message.Error;
import org.mule.runtime.api.message.Message;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.route.CallbackRoute;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** Finds a flow by its name, or its source, runs it, and returns how it ended. */
public final class FlowDispatcher {

  private static final SafeLogger LOGGER = SafeLogger.of(FlowDispatcher.class);

  private final ConfigurationComponentLocator locator;
  private final FlowAnswers answers = new FlowAnswers();
  private final FlowSources sources = new FlowSources();
  /** Those that were run. An application's components stay the same until it ends. */
  private final Map<String, ExecutableComponent> known = new ConcurrentHashMap<>();

  /** @param locator knows the components of the application */
  public FlowDispatcher(ConfigurationComponentLocator locator) {
    this.locator = locator;
  }

  /** @return the sources that take the callbacks of routes to sources */
  public FlowSources getSources() {
    return sources;
  }

  /**
   * @param name what should be a flow's name
   * @return why no callback can run it, or empty where one can
   */
  public Optional<String> reasonAgainst(String name) {
    return flow(name).isPresent() ? Optional.empty()
        : Optional.of(FlowNames.in(locator).reasonAgainst(name).orElse("that is not a flow"));
  }

  /**
   * @param route names the flow
   * @param message what it starts with
   * @return how it ended; never fails
   */
  CompletableFuture<CallbackAnswer> dispatch(CallbackRoute route, Message message) {
    if (route.isToSource()) {
      return sources.dispatch(route, message);
    }
    String name = route.getFlow();
    Optional<ExecutableComponent> flow = flow(name);
    if (!flow.isPresent()) {
      LOGGER.warn("Twilio called back for flow '{}', which the application no longer has", name);
      return completedFuture(CallbackAnswer.FLOW_UNAVAILABLE);
    }
    try {
      return flow.get().execute(InputEvent.create().message(message))
          .handle((result, failure) -> failure == null ? completedOrFailed(route, message, result)
              : failed(name, flow.get(), failure));
    } catch (RuntimeException e) {
      return completedFuture(failed(name, flow.get(), e));
    }
  }

  private Optional<ExecutableComponent> flow(String name) {
    ExecutableComponent before = known.get(name);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<ExecutableComponent> found =
        find(name).filter(ExecutableComponent.class::isInstance).map(ExecutableComponent.class::cast);
    found.ifPresent(flow -> known.put(name, flow));
    return found;
  }

  /** A name that Mule has no location for is that of no flow. */
  private Optional<Component> find(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : locator.find(Location.builder().globalName(name).build());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What goes wrong behind the flow's end, such as a stream that breaks off, must be an answer too. */
  private CallbackAnswer completedOrFailed(CallbackRoute route, Message began, ExecutionResult result) {
    try {
      return completed(route, began, result);
    } catch (RuntimeException e) {
      LOGGER.error("Flow '{}', which Twilio called back for, has ended, but its result can't be read", route.getFlow(), e);
      return CallbackAnswer.FLOW_FAILED;
    }
  }

  /** The result must be completed always, and not before its payload has been read. */
  private CallbackAnswer completed(CallbackRoute route, Message began, ExecutionResult result) {
    try {
      return answers.of(route, began, result.getEvent());
    } finally {
      result.complete();
    }
  }

  private static CallbackAnswer failed(String name, ExecutableComponent flow, Throwable failure) {
    Optional<Error> error = errorOf(failure);
    return !error.isPresent() || isStopped(flow, failure) ? FlowFailure.unavailable(name, failure)
        : FlowFailure.answer(name, error.get());
  }

  /** A flow that runs fails in the same way where it refers to another flow, which is stopped. */
  private static boolean isStopped(ExecutableComponent flow, Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof LifecycleException && ((LifecycleException) each).getComponent() == flow) {
        return true;
      }
    }
    return false;
  }

  /** @return the flow's error; none where Mule refused to run it (4.1 then fails with whatever comes first) */
  private static Optional<Error> errorOf(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof ComponentExecutionException ? ((ComponentExecutionException) cause).getEvent().getError()
        : Optional.empty();
  }
}
