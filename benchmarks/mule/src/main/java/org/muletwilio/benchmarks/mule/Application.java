package org.muletwilio.benchmarks.mule;

import org.muletwilio.benchmarks.server.Account;
import org.muletwilio.benchmarks.server.ServerControl;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.mule.EmbeddedServices;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Mule application of all Mule programs: flows with one set-payload, where wanted configs of the connector, and one flow
 * more. All that are held against each other have as many flows: in Mule 4.1 each event wakes the threads of every flow.
 */
final class Application {

  /** Addresses in turn are enough to tell whether many flows or configs cost anything. */
  private static final int MOST_ADDRESSES = 100;

  /** The flow with a twilio:send-message. */
  static final String SEND = "send";
  /** The flow that sends the same message with twilio:request. */
  static final String REQUEST = "request";
  /** The flow whose operation only sends the request. */
  static final String BARE = "send-bare";

  private static final String IDLE_FLOW = "<flow name='idle'><set-payload value='idle'/></flow>";
  private static final String SEND_FLOW = "<flow name='" + SEND + "'><twilio:send-message config-ref='Twilio1' to='+14155550123' "
      + "from='+15005550006' body='Your order is on its way' status-callback-flow-ref='" + flowName(1) + "'/></flow>";

  /** Its parameters are the payload. */
  private static final String REQUEST_FLOW = "<flow name='" + REQUEST + "'><twilio:request config-ref='Twilio1' api='api.v2010' "
      + "operation='Messages.create'><twilio:callbacks><twilio:callback parameter='StatusCallback' flow-ref='" + flowName(1)
      + "'/></twilio:callbacks></twilio:request></flow>";

  /** Two flows, as the server with one flow and the one that tells its address has. */
  private static final String LISTENING_FLOWS = listening("status-1", "on-message-status")
      + listening("status-2", "on-call-status");

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

  /** Starts it as a server. */
  EmbeddedMule start() {
    return builder(configs > 0 ? addressFlow() : IDLE_FLOW).start();
  }

  /** Starts it as a server whose flows have sources, which register with {@link TwilioApplication}. */
  EmbeddedMule startListening() {
    return builder(LISTENING_FLOWS).start();
  }

  private static String listening(String flow, String source) {
    return "<flow name='" + flow + "'><twilio:" + source + " config-ref='Twilio1' applicationSid='" + TwilioApplication.SID
        + "'/><set-payload value='done'/></flow>";
  }

  /**
   * Starts it as a sender.
   *
   * @param services that it runs on
   * @param request what the flow {@link #BARE} sends
   * @param flow {@link #SEND}, {@link #REQUEST}, {@link #BARE} or another for one that does nothing
   */
  EmbeddedMule start(EmbeddedServices services, BareRequest request, String flow) {
    String more = flow.equals(SEND) ? SEND_FLOW : flow.equals(REQUEST) ? REQUEST_FLOW : flow.equals(BARE)
        ? "<flow name='" + BARE + "'><bare:send/></flow>" : IDLE_FLOW;
    return builder(more).extension(BareExtension.class).registered("bare-request", request).sharedServices(services).start();
  }

  private EmbeddedMuleBuilder builder(String more) {
    StringBuilder xml = new StringBuilder("<mule xmlns='http://www.mulesoft.org/schema/mule/core' "
        + "xmlns:twilio='http://www.mulesoft.org/schema/mule/twilio' xmlns:bare='http://www.mulesoft.org/schema/mule/bare' "
        + "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
        + "xsi:schemaLocation='http://www.mulesoft.org/schema/mule/core "
        + "http://www.mulesoft.org/schema/mule/core/current/mule.xsd http://www.mulesoft.org/schema/mule/twilio "
        + "http://www.mulesoft.org/schema/mule/twilio/current/mule-twilio.xsd http://www.mulesoft.org/schema/mule/bare "
        + "http://www.mulesoft.org/schema/mule/bare/current/mule-bare.xsd'>");
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

  /** @return the public addresses of the flows for a kind of callback, as the connector gives them to Twilio */
  List<String> addresses(EmbeddedMule mule, String kind) {
    List<String> addresses = new ArrayList<>();
    for (int config = 1; config <= Math.min(configs, MOST_ADDRESSES); config++) {
      for (int i = 0; i < Math.min(flows, MOST_ADDRESSES / Math.min(configs, MOST_ADDRESSES)); i++) {
        int flow = 1 + (int) ((long) i * flows / Math.min(flows, MOST_ADDRESSES));
        Map<String, String> wanted = Map.of("config", "Twilio" + config, "kind", kind, "flow", flowName(flow));
        String address = (String) mule.run("address", wanted).payload();
        addresses.add(address.contains("#") ? address.substring(0, address.indexOf('#')) : address);
      }
    }
    return addresses;
  }

  private String configXml(String name) {
    return "<twilio:config name='" + name + "'><twilio:connection accountSid='" + Account.SID + "' authToken='"
        + Account.AUTH_TOKEN + "' baseUri='" + twilio + "'/><twilio:http-callback-config host='127.0.0.1' localPort='" + port
        + "' domain='" + Account.PUBLIC_HOST + "' remotePort='443' duplicates='" + duplicates + "'/></twilio:config>";
  }

  /** One flow for the addresses of all configs. */
  private String addressFlow() {
    StringBuilder flow = new StringBuilder("<flow name='address'><choice>");
    for (int config = 1; config <= configs; config++) {
      flow.append("<when expression=\"#[payload.config == 'Twilio").append(config)
          .append("']\"><twilio:callback-url config-ref='Twilio").append(config)
          .append("' kind='#[payload.kind]' flow-ref='#[payload.flow]'/></when>");
    }
    return flow.append("</choice></flow>").toString();
  }
}
