package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An application whose operations fail as Twilio and the network do. */
abstract class ErrorsApplication {

  static TwilioSimulator simulator;
  static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    String callback = "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort() + "'/>";
    mule = application(config("Twilio", simulator, callback)
        + config("Impatient", simulator, callback)
            .replace("baseUri", "responseTimeout='200' responseTimeoutUnit='MILLISECONDS' baseUri")
        + config("Unreachable", simulator, callback).replace(simulator.baseUri(), "http://127.0.0.1:" + freePort())
        + config("Stranger", simulator, callback).replace("authToken='", "authToken='wrong")
        + send("send", "from='#[vars.from]' body='#[vars.body]'")
        + send("impatient", "from='+15005550006' body='x'").replace("'Twilio'", "'Impatient'")
        + send("unreachable", "from='+15005550006' body='x'").replace("'Twilio'", "'Unreachable'")
        + send("stranger", "from='+15005550006' body='x'").replace("'Twilio'", "'Stranger'")
        + "<flow name='get'><twilio:get-message config-ref='Twilio' messageSid='#[payload]'/></flow>"
        + "<flow name='caught'><try><twilio:send-message config-ref='Twilio' to='+15005550001' from='+15005550006' body='x'/>"
        + "<error-handler><on-error-continue type='TWILIO:INVALID_REQUEST'><set-payload value='#[error.errorMessage.payload]'/>"
        + "</on-error-continue></error-handler></try></flow>"
        + flow("status") + "<sub-flow name='a-sub-flow'><logger/></sub-flow>"
        + send("no-sender", "body='x'")
        + send("no-content", "from='+15005550006'")
        + send("empty-content", "from='+15005550006' body='#[vars.nothing]'")
        + send("null-text", "from='+15005550006' body='null'")
        + send("both-callbacks", "from='+15005550006' body='x' status-callback-flow-ref='status' "
            + "statusCallbackUrl='https://example.com/x'")
        + send("unknown-flow", "from='+15005550006' body='x' status-callback-flow-ref='nowhere'")
        + send("sub-flow", "from='+15005550006' body='x' status-callback-flow-ref='a-sub-flow'")
        + send("config-as-flow", "from='+15005550006' body='x' status-callback-flow-ref='Twilio'")
        + send("bad-url", "from='+15005550006' body='x' statusCallbackUrl='example.com/x'")
        + send("long-url", "from='+15005550006' body='x' statusCallbackUrl='https://example.com/" + "x".repeat(4000) + "'")
        + send("variables", "from='+15005550006' body='x'",
               "<twilio:content-variables><twilio:content-variable key='1' value='x'/>"
            + "</twilio:content-variables>")
        + send("send-at", "from='+15005550006' body='x' sendAt='2030-01-31T09:00:00Z'")
        + send("bad-time", "messagingServiceSid='MG1' body='x' sendAt='tomorrow'")
        + send("validity", "from='+15005550006' body='x' validityPeriod='0'")
        + send("media", "from='+15005550006'", "<twilio:media-urls><twilio:media-url value='not a url'/></twilio:media-urls>")
        + send("long-context", "from='+15005550006' body='x' status-callback-flow-ref='status'",
            "<twilio:callback-contexts><twilio:callback-context key='k' value='" + "v".repeat(4000)
                + "'/></twilio:callback-contexts>")
        + send("nul-context", "from='+15005550006' body='x' status-callback-flow-ref='status'",
            "<twilio:callback-contexts><twilio:callback-context key='k' value='#[payload]'/></twilio:callback-contexts>"))
        .start();
  }

  @BeforeEach
  void forget() {
    simulator.apiFaults().none();
    simulator.forget();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  FlowFailedException failure(String flow, Object payload) {
    return assertThrows(FlowFailedException.class, () -> mule.run(flow, payload));
  }

  long creates() {
    return simulator.requests().stream().filter(each -> each.method().equals("POST") && each.path().contains(ACCOUNT)).count();
  }

  static String send(String name, String attributes) {
    return send(name, attributes, "");
  }

  /** In a sub-flow nothing is refused before it runs. */
  static String send(String name, String attributes, String children) {
    return "<flow name='" + name + "'><flow-ref name='sub-" + name + "'/></flow><sub-flow name='sub-" + name
        + "'><twilio:send-message config-ref='Twilio' to='#[payload]' " + attributes + ">" + children
        + "</twilio:send-message></sub-flow>";
  }
}
