package org.muletwilio.benchmarks.mule;

import static java.util.Collections.singletonList;
import static org.mule.runtime.api.scheduler.SchedulerConfig.config;

import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.ServerCreationException;

import org.muletwilio.benchmarks.server.Account;
import org.muletwilio.benchmarks.server.ServerControl;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedServices;

import java.io.IOException;
import java.util.List;

/**
 * The connector, or what it is held against on the same Mule: {@code connector <flows> <configs> <duplicates>}, {@code source},
 * whose flows listen by themselves, {@code answer}, {@code flow}, {@code body-flow} or {@code by-hand} with or without a number
 * of flows, after the address of Twilio's API.
 */
public final class MuleServer {

  private MuleServer() {}

  public static void main(String[] arguments) throws Exception {
    ServerControl control = new ServerControl();
    String variant = arguments[1];
    if (variant.equals("connector")) {
      Application application = new Application(arguments[0], Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
                                                arguments[4]);
      EmbeddedMule mule = application.start();
      control.serve(application.port(), application.addresses(mule, "MESSAGE_STATUS"),
                    application.addresses(mule, "CALL_STATUS"));
    } else if (variant.equals("source")) {
      listen(control);
    } else {
      Application application = new Application(arguments[0], arguments.length > 2 ? Integer.parseInt(arguments[2])
          : 1, 0, "PASS");
      EmbeddedMule mule = application.start();
      listen(mule.services(), application.port(), handler(variant, mule));
      List<String> urls = singletonList(Account.PUBLIC_ORIGIN + Account.PATH);
      control.serve(application.port(), urls, urls);
    }
    System.exit(0);
  }

  private static void listen(ServerControl control) throws IOException {
    List<String> messages;
    List<String> calls;
    Application application;
    try (TwilioApplication twilio = TwilioApplication.start()) {
      application = new Application(twilio.baseUri(), 0, 1, "SUPPRESS");
      application.startListening();
      messages = singletonList(twilio.address("MessageStatusCallback"));
      calls = singletonList(twilio.address("StatusCallback"));
    }
    control.serve(application.port(), messages, calls);
  }

  private static RequestHandler handler(String variant, EmbeddedMule mule) {
    if (variant.equals("answer")) {
      return (context, response) -> Answers.send(204, response);
    }
    NamedFlow flow = new NamedFlow(mule.lookup(ConfigurationComponentLocator.class), Application.flowName(1));
    return variant.equals("by-hand") ? new ByHandHandler(flow) : new FlowHandler(flow, variant.equals("body-flow"));
  }

  private static void listen(EmbeddedServices services, int port, RequestHandler handler)
      throws IOException, ServerCreationException {
    HttpServer server = services.httpService().getServerFactory().create(new HttpServerConfiguration.Builder()
        .setName("benchmark").setHost("127.0.0.1").setPort(port)
        .setSchedulerSupplier(() -> services.schedulerService().ioScheduler(config().withName("benchmark"))).build());
    server.start();
    server.addRequestHandler(List.of("POST"), Account.PATH, handler).start();
  }
}
