package org.muletwilio.benchmarks.mule;

import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.message.Message;

import java.util.concurrent.CompletableFuture;

/** Runs a flow by its name. */
final class NamedFlow {

  private final ConfigurationComponentLocator locator;
  private final String name;

  NamedFlow(ConfigurationComponentLocator locator, String name) {
    this.locator = locator;
    this.name = name;
  }

  /** @return the HTTP status that tells how it ended */
  CompletableFuture<Integer> run(Message message) {
    ExecutableComponent flow = (ExecutableComponent) locator.find(Location.builder().globalName(name).build()).orElseThrow();
    return flow.execute(InputEvent.create().message(message)).handle((result, failure) -> {
      if (failure != null) {
        return 500;
      }
      result.complete();
      return 204;
    });
  }
}
