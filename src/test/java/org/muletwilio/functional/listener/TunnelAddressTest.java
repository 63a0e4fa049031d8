package org.muletwilio.functional.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.tunnel.AgentStandIn;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** The public address as a tunnel's agent on this machine says it; servers with the agents' documented JSON stand in for them. */
class TunnelAddressTest {

  private final int port = freePort();

  @Test
  void theAgentsAddressIsSentAndItsCallbacksAreGenuine() throws Exception {
    try (AgentStandIn ngrok = new AgentStandIn().ngrok(Map.of("https://other.ngrok-free.app", "http://localhost:1",
            "https://fox.ngrok-free.app", "http://localhost:" + port));
        AgentStandIn cloudflared = new AgentStandIn().cloudflared("fox.trycloudflare.com");
        TwilioSimulator simulator = routed("https://fox.ngrok-free.app", "https://fox.trycloudflare.com");
        EmbeddedMule mule = application(sender("NGROK", ngrok, simulator) + sender("CLOUDFLARED", cloudflared, simulator)
            + sender("AUTO", ngrok, simulator) + sender("AUTO", cloudflared, simulator).replace("AUTO-", "AUTO2-")
            + flow("status")).start()) {
      assertDelivered("NGROK-", "https://fox.ngrok-free.app", simulator, mule);
      assertDelivered("AUTO-", "https://fox.ngrok-free.app", simulator, mule);
      assertDelivered("CLOUDFLARED-", "https://fox.trycloudflare.com", simulator, mule);
      assertDelivered("AUTO2-", "https://fox.trycloudflare.com", simulator, mule);
    }
  }

  @Test
  void callbacksToAnEarlierAddressStayValidWhenTheTunnelChanges() throws Exception {
    try (AgentStandIn agent = new AgentStandIn().ngrok(Map.of("https://first.ngrok.app", "localhost:" + port));
        TwilioSimulator simulator = routed("https://first.ngrok.app", "https://second.ngrok.app");
        EmbeddedMule mule = start(simulator, "tunnel='NGROK' tunnelAgentPort='" + agent.port() + "'")) {
      awaitSent(mule, "send");
      CallbackAttempt first = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));

      agent.ngrok(Map.of("https://second.ngrok.app", "localhost:" + port));
      // As Twilio signs what it was given by another worker, or before this one started
      CallbackAttempt second = simulator.forge(first.signedUrl().replace("first", "second")).fields(first.callback().fields())
          .signedBy(TestApplication.TOKEN).send();
      int answer = second.status();
      for (long end = System.nanoTime() + SOON.toNanos(); answer == 403 && System.nanoTime() < end;) {
        TimeUnit.MILLISECONDS.sleep(200);
        answer = simulator.repeat(second).status();
      }
      assertEquals(204, answer);
      assertEquals(204, simulator.repeat(first).status());
    }
  }

  @Test
  void withoutATunnelTheApplicationStartsAndOperationsSayWhatWasSeen() throws Exception {
    try (AgentStandIn agent = new AgentStandIn().ngrok(Map.of("https://other.ngrok.app", "http://localhost:3000"));
        TwilioSimulator simulator = routed("https://late.ngrok.app");
        EmbeddedMule mule = start(simulator, "tunnel='AUTO' tunnelAgentPort='" + agent.port() + "'")) {
      String message = awaitRefused(mule, "ngrok forwards");
      assertTrue(message.contains("TWILIO:INVALID_CALLBACK_URL"), message);
      assertTrue(message.contains("no tunnel to port " + port + ": ngrok forwards https://other.ngrok.app to "
          + "http://localhost:3000; no cloudflared answers"), message);
      assertEquals(0, simulator.messages().size());

      agent.ngrok(Map.of("https://late.ngrok.app", "http://localhost:" + port));
      awaitSent(mule, "send");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
    }
  }

  @Test
  void anExplicitDomainWins() throws Exception {
    try (AgentStandIn agent = new AgentStandIn().ngrok(Map.of("https://fox.ngrok.app", "localhost:" + port));
        TwilioSimulator simulator = routed("https://mule.example.com");
        EmbeddedMule mule = start(simulator, "domain='mule.example.com' remotePort='443' tunnel='NGROK' tunnelAgentPort='"
            + agent.port() + "'")) {
      mule.run("send", "Hello");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
      assertEquals(0, agent.requests());
    }
  }

  @Test
  void aRemotePortBesideATunnelIsRefused() {
    try (TwilioSimulator simulator = simulator()) {
      String message = assertThrows(ApplicationStartException.class, () -> start(simulator, "tunnel='NGROK' remotePort='443'"))
          .getMessage();
      assertTrue(message.contains("remotePort is 443 and tunnel is NGROK"), message);
    }
  }

  private static String awaitRefused(EmbeddedMule mule, String reason) throws Exception {
    String message = assertThrows(FlowFailedException.class, () -> mule.run("send", "Hello")).getMessage();
    for (long end = System.nanoTime() + SOON.toNanos(); !message.contains(reason) && System.nanoTime() < end;) {
      TimeUnit.MILLISECONDS.sleep(100);
      message = assertThrows(FlowFailedException.class, () -> mule.run("send", "Hello")).getMessage();
    }
    return message;
  }

  /** An agent has a second to answer, which a busy machine may need, and is asked again a second later. */
  private static void awaitSent(EmbeddedMule mule, String flow) throws Exception {
    for (long end = System.nanoTime() + SOON.toNanos();;) {
      try {
        mule.run(flow, "Hello");
        return;
      } catch (FlowFailedException e) {
        if (System.nanoTime() > end || !e.getMessage().contains("found no tunnel")) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  /** @return a config that asks the agent, and a flow that sends with it */
  private String sender(String tunnel, AgentStandIn agent, TwilioSimulator simulator) {
    String name = tunnel + "-";
    return config(name, simulator, "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "' tunnel='" + tunnel
        + "' tunnelAgentPort='" + agent.port() + "'/>") + sendFlow().replace("'send'", "'" + name + "send'")
            .replace("'Twilio'", "'" + name + "'");
  }

  private static void assertDelivered(String config, String address, TwilioSimulator simulator, EmbeddedMule mule)
      throws Exception {
    awaitSent(mule, config + "send");
    String start = address + "/twilio/callbacks/" + config + "/";
    CallbackAttempt delivered = awaitCallback(simulator, each -> each.signedUrl().startsWith(start)
        && each.field("MessageStatus").equals("delivered"));
    assertEquals(204, delivered.status());
    mule.awaitRun("status", run -> ((CallbackAttributes) run.attributes()).getPublicUrl().equals(delivered.signedUrl()), SOON);
  }

  private TwilioSimulator routed(String... addresses) {
    TwilioSimulator simulator = simulator();
    for (String address : addresses) {
      simulator.route(address, "http://127.0.0.1:" + port);
    }
    return simulator;
  }

  private EmbeddedMule start(TwilioSimulator simulator, String attributes) {
    EmbeddedMuleBuilder application = application(config("Twilio", simulator,
        "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "' " + attributes + "/>") + sendFlow()
        + flow("status"));
    return application.start();
  }
}
