package org.muletwilio.benchmarks.mule;

import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.message.Message;

import org.muletwilio.benchmarks.outbound.Senders;
import org.muletwilio.benchmarks.server.ServerControl;
import org.muletwilio.testkit.mule.EmbeddedMule;

/** Runs a flow with one twilio:send-message for each message. */
public final class MuleSender {

  private MuleSender() {}

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    EmbeddedMule mule = new Application(arguments[0], 1, 1).start();
    ExecutableComponent flow = (ExecutableComponent) mule.lookup(ConfigurationComponentLocator.class)
        .find(Location.builder().globalName("send-with-Twilio1").build()).orElseThrow();
    control.serve(new Senders(() -> {
      ExecutionResult result = flow.execute(InputEvent.create().message(Message.of("go"))).get();
      result.complete();
      return null;
    }));
    System.exit(0);
  }
}
