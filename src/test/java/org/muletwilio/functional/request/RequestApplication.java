package org.muletwilio.functional.request;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An application with flows that request operations of the catalogue. */
abstract class RequestApplication {

  static final String SERVICE = "VA00000000000000000000000000000001";

  static TwilioSimulator simulator;
  static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(),
        request("message", "api.v2010", "Messages.create",
                "<twilio:callbacks><twilio:callback parameter='StatusCallback' flow-ref='status'/></twilio:callbacks>"
                    + "<twilio:callback-contexts><twilio:callback-context key='order' value='4711'/></twilio:callback-contexts>")
        + request("verify", "verify.v2", "Services.Verifications.create", "")
        + request("unknown-operation", "verify.v2", "Services.Verification.create", "")
        + request("unknown-api", "verfy.v2", "Services.Verifications.create", "")
        + request("no-callback", "api.v2010", "Messages.create",
                  "<twilio:callbacks><twilio:callback parameter='Body' flow-ref='status'/></twilio:callbacks>")
        + request("sender", "messaging.v2", "Channels.Senders.create",
                  "<twilio:callbacks><twilio:callback parameter='webhook.callback_url' flow-ref='inbox'/></twilio:callbacks>")
        + request("delete", "verify.v2", "Services.delete", "")
        + "<flow name='services'><set-variable variableName='seen' value=''/>"
        + "<twilio:list config-ref='Twilio' api='verify.v2' operation='Services.list' pageSize='2'/>"
        + "<foreach><set-variable variableName='seen' value=\"#[vars.seen ++ payload.sid ++ ' ']\"/></foreach></flow>"
        + "<flow name='three'><set-variable variableName='seen' value=''/>"
        + "<twilio:list config-ref='Twilio' api='verify.v2' operation='Services.list' limit='3'/>"
        + "<foreach><set-variable variableName='seen' value=\"#[vars.seen ++ payload.sid ++ ' ']\"/></foreach></flow>"
        + "<flow name='null-api'><twilio:request config-ref='Twilio' api='#[vars.nothing]' operation='#[vars.nothing]'/></flow>"
        + request("statuses", "conversations.v2", "ControlPlane.Configurations.create",
                  "<twilio:callbacks><twilio:callback parameter='statusCallbacks[0].url' flow-ref='status'/>"
                      + "<twilio:callback parameter='statusCallbacks[1].url' flow-ref='status'/></twilio:callbacks>")
        + request("rules", "intelligence.v3", "ControlPlane.Configurations.create",
                  "<twilio:callbacks><twilio:callback parameter='rules[0].actions[0].url' flow-ref='status'/></twilio:callbacks>")
        + "<flow name='any-callback'><twilio:request config-ref='Twilio' api='#[vars.api]' "
            + "operation='#[vars.operation]'><twilio:callbacks>"
        + "<twilio:callback parameter='#[vars.parameter]' kind='EVENT' "
            + "flow-ref='status'/></twilio:callbacks></twilio:request></flow>"
        + "<flow name='subaccount'><twilio:request config-ref='Twilio' api='#[vars.api]' operation='#[vars.operation]' "
            + "accountSid='AC"
        + "a".repeat(32) + "'/></flow>"
        + request("document", "sync.v1", "Services.Documents.update", "")
        + request("insights", "flexapi.v1", "Insights.Conversations.list", "")
        + "<flow name='sized'><twilio:list config-ref='Twilio' api='verify.v2' operation='Services.list' "
            + "pageSize='#[vars.pageSize]' "
        + "limit='#[vars.limit]'/><foreach><logger level='DEBUG' message='#[payload.sid]'/></foreach></flow>"
        + flow("status") + "<flow name='inbox'><set-payload value='&lt;Response/&gt;'/></flow>").start();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  static String request(String flow, String api, String operation, String children) {
    return "<flow name='" + flow + "'><twilio:request config-ref='Twilio' api='" + api + "' operation='" + operation + "'>"
        + children + "</twilio:request></flow>";
  }

  static Map<String, Object> page(String next, String... sids) {
    Map<String, Object> meta = new HashMap<>();
    meta.put("next_page_url", next);
    meta.put("key", "services");
    return Map.of("meta", meta, "services", List.of(sids).stream().map(sid -> Map.of("sid", sid)).toList());
  }

  static String failure(String flow, Map<String, ?> payload) {
    return assertThrows(FlowFailedException.class, () -> mule.run(flow, payload)).getMessage();
  }
}
