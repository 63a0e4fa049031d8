package org.muletwilio.functional.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.functional.support.Http;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.testkit.module.HttpExtension;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.EmbeddedMuleBuilder;
import org.muletwilio.testkit.mule.EmbeddedServices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks through the listener config of the HTTP connector, for which a small extension stands in. */
class SharedListenerTest {

  @Test
  void callbacksAndTheApplicationsOwnPathsShareTheServer() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(listener("Public", port) + config("Twilio", simulator, callbacks("Public"))
            + sendFlow() + flow("status") + "<flow name='own'><http:listener config-ref='Public' path='/own'/>"
            + "<set-payload value='Public'/></flow>").start()) {
      mule.run("send", "Hello");
      CallbackAttempt delivered = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      assertEquals(204, delivered.status());
      assertTrue(delivered.signedUrl().startsWith("http://localhost:" + port + "/twilio/callbacks/Twilio/"),
          delivered.signedUrl());
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
      assertEquals("Public", Http.get("http://127.0.0.1:" + port + "/own").body());
      assertEquals(404, Http.get("http://127.0.0.1:" + port + "/twilio/callbacks").statusCode());
    }
    assertFalse(Http.staysOpen(port));
  }

  @Test
  void twoConfigsShareOneListenerConfig() throws Exception {
    int port = freePort();
    try (TwilioSimulator simulator = simulator();
        EmbeddedMule mule = application(listener("Public", port) + config("Twilio", simulator, callbacks("Public"))
            + config("Second", simulator, callbacks("Public")) + sendFlow() + flow("status") + sendFlow("second")
                .replace("'send'", "'send-second'").replace("'Twilio'", "'Second'") + flow("second")).start()) {
      mule.run("send", "Hello");
      mule.run("send-second", "Hello");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
      mule.awaitRun("second", run -> run.payload().toString().contains("delivered"), SOON);
    }
  }

  /** On a Mule server that goes on, as at a redeployment. */
  @Test
  void stopLeavesNothingBehindAndTheApplicationStartsAgain() throws Exception {
    int port = freePort();
    EmbeddedServices services = EmbeddedServices.start("server");
    try (TwilioSimulator simulator = simulator()) {
      CallbackAttempt before = null;
      for (int round = 0; round < 3; round++) {
        try (EmbeddedMule mule = application(config("Twilio", simulator, callbacks("Public")) + listener("Public", port)
            + sendFlow() + flow("status")).name("shared").sharedServices(services).start()) {
          mule.run("send", "Hello");
          mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
          if (before != null) {
            assertEquals(204, simulator.repeat(before).status());
          }
          before = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
        }
        assertFalse(Http.staysOpen(port));
      }
    } finally {
      services.close();
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    try (TwilioSimulator simulator = simulator()) {
      String message = refusal(listener("Public", freePort()) + listener("Admin", freePort())
          + config("Twilio", simulator, callbacks("Pubic")) + sendFlow() + flow("status"));
      assertTrue(message.contains("Config 'Twilio'") && message.contains("listenerConfig is 'Pubic'"), message);
      assertTrue(message.contains("The application has 'Admin', 'Public'"), message);
    }
  }

  @Test
  void whereThereIsNoListenerConfigTheRefusalSaysHowToWriteOne() {
    try (TwilioSimulator simulator = simulator()) {
      String message = refusal(config("Twilio", simulator, callbacks("Public")) + sendFlow() + flow("status"));
      assertTrue(message.contains("<http:listener-config name=\"Public\">"), message);
    }
  }

  @Test
  void anOwnPortThatAListenerConfigHasIsRefusedWithItsName() {
    int port = freePort();
    try (TwilioSimulator simulator = simulator()) {
      String message = refusal(listener("Admin", freePort()) + listener("Public", port) + config("Twilio", simulator,
          "<twilio:http-callback-config host='127.0.0.1' localPort='" + port + "'/>"));
      assertTrue(message.contains("Config 'Twilio' can't receive Twilio's callbacks: port " + port
          + " is that of the HTTP listener config 'Public'. Write listenerConfig=\"Public\""), message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localPort='8099'", "host='127.0.0.1'"})
  void whatBelongsToAnOwnListenerIsRefused(String attribute) {
    try (TwilioSimulator simulator = simulator()) {
      String message = refusal(listener("Public", freePort()) + config("Twilio", simulator,
          "<twilio:http-callback-config listenerConfig='Public' " + attribute + "/>"));
      assertTrue(message.contains("listenerConfig is 'Public'") && message.contains("Leave out localPort, host"), message);
    }
  }

  private static EmbeddedMuleBuilder application(String elements) {
    return TestApplication.application(elements).extension(HttpExtension.class);
  }

  private static String callbacks(String listenerConfig) {
    return "<twilio:http-callback-config listenerConfig='" + listenerConfig + "'/>";
  }

  private static String listener(String name, int port) {
    return "<http:listener-config name='" + name + "'><http:listener-connection host='127.0.0.1' port='" + port
        + "'/></http:listener-config>";
  }

  private static String refusal(String elements) {
    return assertThrows(ApplicationStartException.class, () -> application(elements).start()).getMessage();
  }
}
