package org.muletwilio.testkit.mule;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toSet;

import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.lifecycle.Startable;
import org.mule.runtime.api.lifecycle.Stoppable;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.core.api.construct.Flow;
import org.mule.runtime.core.api.source.MessageSource;
import org.mule.runtime.core.internal.context.MuleContextWithRegistries;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The flows of an application: runs them, and starts and stops them and their sources. */
final class ApplicationFlows {

  private final MuleContextWithRegistries mule;
  private final ApplicationClassLoader classLoader;

  ApplicationFlows(MuleContextWithRegistries mule, ApplicationClassLoader classLoader) {
    this.mule = mule;
    this.classLoader = classLoader;
  }

  /**
   * @param payload the payload, or a {@link Message}
   * @return an event for a flow
   */
  static InputEvent inputOf(Object payload, Object attributes, Map<String, ?> variables) {
    InputEvent input = InputEvent.create().message(payload instanceof Message ? (Message) payload
        : Message.builder().value(payload).attributesValue(attributes).build());
    // One by one: InputEvent.variables of Mule 4.1.1 loses them
    for (Map.Entry<String, ?> variable : variables.entrySet()) {
      input = input.addVariable(variable.getKey(), variable.getValue());
    }
    return input;
  }

  FlowResult run(String name, InputEvent input, Duration time) {
    Flow flow = find(name);
    if (!flow.getLifecycleState().isStarted()) {
      throw FlowFailedException.stopped(name);
    }
    return classLoader.callUnchecked(() -> {
      try {
        ExecutionResult result = flow.execute(input).get(time.toMillis(), MILLISECONDS);
        try {
          return FlowResult.of(result.getEvent());
        } finally {
          result.complete();
        }
      } catch (ExecutionException e) {
        throw FlowFailedException.of(e.getCause());
      } catch (TimeoutException e) {
        throw new FlowStillRunningException(name, time);
      } catch (InterruptedException e) {
        throw new RunInterruptedException(name, e);
      }
    });
  }

  void start(String name) {
    start(find(name));
  }

  void stop(String name) {
    stop(find(name));
  }

  void startSource(String flow) {
    start((Startable) source(flow));
  }

  void stopSource(String flow) {
    stop((Stoppable) source(flow));
  }

  /** @return the names of the flows that have a source */
  Set<String> withSource() {
    return all().stream().filter(flow -> flow.getSource() != null).map(Flow::getName).collect(toSet());
  }

  private void start(Startable part) {
    classLoader.callUnchecked(() -> {
      part.start();
      return null;
    });
  }

  private void stop(Stoppable part) {
    classLoader.callUnchecked(() -> {
      part.stop();
      return null;
    });
  }

  private MessageSource source(String flow) {
    return Optional.ofNullable(find(flow).getSource())
        .orElseThrow(() -> new IllegalArgumentException("The flow '" + flow + "' has no source"));
  }

  private Flow find(String name) {
    Object found = mule.getRegistry().lookupObject(name);
    if (found instanceof Flow) {
      return (Flow) found;
    }
    throw new IllegalArgumentException("No flow '" + name + "'. There are: "
        + all().stream().map(Flow::getName).sorted().toList());
  }

  private Collection<Flow> all() {
    return mule.getRegistry().lookupObjects(Flow.class);
  }
}
