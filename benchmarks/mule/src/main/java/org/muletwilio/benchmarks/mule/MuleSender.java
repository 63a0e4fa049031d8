package org.muletwilio.benchmarks.mule;

import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.execution.InputEvent;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.component.location.Location;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.HttpClientConfiguration;

import org.muletwilio.benchmarks.outbound.Senders;
import org.muletwilio.benchmarks.server.ServerControl;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedServices;

import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Sends messages, each by {@code connector} a flow with twilio:send-message, {@code request} one with twilio:request,
 * {@code operation} a flow with an operation that only sends the request, {@code flow} a flow that sends nothing, or {@code http}
 * Mule's HTTP client without a flow.
 */
public final class MuleSender {

  private MuleSender() {}

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    EmbeddedServices services = EmbeddedServices.start("benchmark");
    BareRequest request = new BareRequest(client(services), arguments[0]);
    EmbeddedMule mule = new Application(arguments[0], 1, 1, "PASS").start(services, request, flowOf(arguments[1]));
    control.serve(new Senders(sender(arguments[1], mule, request)));
    System.exit(0);
  }

  private static String flowOf(String variant) {
    return variant.equals("connector") ? Application.SEND : variant.equals("request") ? Application.REQUEST
        : variant.equals("operation") ? Application.BARE : "idle";
  }

  private static Callable<?> sender(String variant, EmbeddedMule mule, BareRequest request) {
    switch (variant) {
      case "request":
        return flow(mule, flowOf(variant), Map.of("To", Senders.TO, "From", Senders.FROM, "Body", Senders.BODY));
      case "connector":
      case "operation":
        return flow(mule, flowOf(variant), "go");
      case "flow":
        return flow(mule, Application.flowName(1), "go");
      default:
        return request::send;
    }
  }

  private static Callable<?> flow(EmbeddedMule mule, String name, Object payload) {
    ExecutableComponent flow = (ExecutableComponent) mule.lookup(ConfigurationComponentLocator.class)
        .find(Location.builder().globalName(name).build()).orElseThrow();
    return () -> {
      ExecutionResult result = flow.execute(InputEvent.create().message(Message.of(payload))).get();
      result.complete();
      return null;
    };
  }

  private static HttpClient client(EmbeddedServices services) {
    HttpClient client = services.httpService().getClientFactory()
        .create(new HttpClientConfiguration.Builder().setName("benchmark").build());
    client.start();
    return client;
  }
}
