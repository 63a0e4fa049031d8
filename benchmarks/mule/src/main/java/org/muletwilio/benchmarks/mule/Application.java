package org.muletwilio.benchmarks.mule;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.muletwilio.benchmarks.server.Account;
import org.muletwilio.benchmarks.server.ServerControl;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.mule.EmbeddedServices;

/** The Mule application of all Mule servers: flows with one set-payload, and where wanted configs of the connector. */
final class Application {

  /** Addresses in turn are enough to tell whether many flows or configs cost anything. */
  private static final int MOST_ADDRESSES = 100;

  private final String twilio;
  private final int flows;
  private final int configs;
  private final String duplicates;
  private final int port = ServerControl.freePort();

  /**
   * @param twilio where Twilio's API is
   * @param flows how many
   * @param configs how many of the connector, all on one port
   * @param duplicates what it does with callbacks that have come before
   */
  Application(String twilio, int flows, int configs, String duplicates) throws IOException {
    this.twilio = twilio;
    this.flows = flows;
    this.configs = configs;
    this.duplicates = duplicates;
  }

  EmbeddedMule start() {
    return builder("").start();
  }

  /**
   * @param services that it runs on
   * @param request what the flow send-bare sends
   */
  EmbeddedMule start(EmbeddedServices services, BareRequest request) {
    return builder("<flow name='send-bare'><bare:send/></flow>").extension(BareExtension.class)
        .registered("bare-request", request).sharedServices(services).start();
  }

  private EmbeddedMuleBuilder builder(String more) {
    StringBuilder xml = new StringBuilder("<mule xmlns='http://www.mulesoft.org/schema/mule/core' "
        + "xmlns:twilio='http://www.mulesoft.org/schema/mule/twilio' xmlns:bare='http://www.mulesoft.org/schema/mule/bare' "
        + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
        + "xsi:schemaLocation='http://www.mulesoft.org/schema/mule/core http://www.mulesoft.org/schema/mule/core/current/mule.xsd "
        + "http://www.mulesoft.org/schema/mule/twilio http://www.mulesoft.org/schema/mule/twilio/current/mule-twilio.xsd "
        + "http://www.mulesoft.org/schema/mule/bare http://www.mulesoft.org/schema/mule/bare/current/mule-bare.xsd'>");
    for (int config = 1; config <= configs; config++) {
      xml.append(configXml("Twilio" + config));
    }
    for (int flow = 1; flow <= flows; flow++) {
      xml.append("<flow name='").append(flowName(flow)).append("'><set-payload value='done'/></flow>");
    }
    return EmbeddedMule.builder().forgetRuns().name("benchmark").config(xml.append(more).append("</mule>").toString());
  }

  int port() {
    return port;
  }

  static String flowName(int flow) {
    return "status-" + flow;
  }

  /** @return the public addresses of the flows, as the connector gives them to Twilio */
  List<String> addresses(EmbeddedMule mule, String operation) {
    List<String> addresses = new ArrayList<>();
    for (int config = 1; config <= Math.min(configs, MOST_ADDRESSES); config++) {
      for (int i = 0; i < Math.min(flows, MOST_ADDRESSES / Math.min(configs, MOST_ADDRESSES)); i++) {
        int flow = 1 + (int) ((long) i * flows / Math.min(flows, MOST_ADDRESSES));
        String address = (String) mule.run(operation + "-of-Twilio" + config, flowName(flow)).payload();
        addresses.add(address.contains("#") ? address.substring(0, address.indexOf('#')) : address);
      }
    }
    return addresses;
  }

  private String configXml(String name) {
    return "<twilio:config name='" + name + "'><twilio:connection accountSid='" + Account.SID + "' authToken='" + Account.AUTH_TOKEN
        + "' baseUri='" + twilio + "'/><twilio:http-callback-config host='127.0.0.1' localPort='" + port + "' domain='"
        + Account.PUBLIC_HOST + "' remotePort='443' duplicates='" + duplicates + "'/></twilio:config>"
        + urlFlow("message", name, "MESSAGE_STATUS") + urlFlow("call", name, "CALL_STATUS")
        + "<flow name='send-with-" + name + "'><twilio:send-message config-ref='" + name + "' to='+14155550123' from='+15005550006' "
        + "body='Your order is on its way' status-callback-flow-ref='" + flowName(1) + "'/></flow>";
  }

  private static String urlFlow(String operation, String config, String kind) {
    return "<flow name='" + operation + "-of-" + config + "'><twilio:callback-url config-ref='" + config + "' kind='" + kind
        + "' flow-ref='#[payload]'/></flow>";
  }
}
