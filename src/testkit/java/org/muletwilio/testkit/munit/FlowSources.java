package org.muletwilio.testkit.munit;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.deployment.management.ComponentInitialStateManager;

import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.munit.suite.TestDefinition;

import java.util.ArrayDeque;
import java.util.Deque;

/** The sources of flows that run during a test: those that it enables, and no others. */
final class FlowSources implements AutoCloseable {

  private final EmbeddedMule mule;
  private final Deque<String> started = new ArrayDeque<>();

  private FlowSources(EmbeddedMule mule) {
    this.mule = mule;
  }

  /** Lets an application start without its sources, as MUnit does. */
  static final class NoneAtStart implements ComponentInitialStateManager {

    @Override
    public boolean mustStartMessageSource(Component source) {
      return false;
    }
  }

  /**
   * @throws AssertionError if a source can't be started
   */
  static FlowSources start(TestDefinition test, EmbeddedMule mule) {
    FlowSources sources = new FlowSources(mule);
    try {
      for (String flow : test.flowSources()) {
        mule.startSource(flow);
        sources.started.push(flow);
      }
      return sources;
    } catch (RuntimeException e) {
      sources.close();
      throw new AssertionError(test.location() + ": the source can't be started: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      mule.stopSource(started.pop());
    }
  }
}
