package org.muletwilio.functional.callback;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.functional.support.Http;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An application with flows for Twilio Connect, and a browser that comes back to it. */
abstract class ConnectApplication {

  static final String APP = "CN00000000000000000000000000000001";
  static final String ACCOUNT = "AC000000000000000000000000000000bb";

  static TwilioSimulator simulator;
  static EmbeddedMule mule;
  static String address;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), flows() + config("Other", simulator, "<twilio:http-callback-config "
        + "host='127.0.0.1' localPort='" + freePort() + "' duplicates='PASS'/>")
        + "<flow name='other-address'><twilio:callback-url config-ref='Other' kind='CONNECT_AUTHORIZATION' "
        + "flow-ref='connected'/></flow>"
        + authorize("authorize-other", "Other", "connected", "1", "MINUTES")).start();
    address = mule.run("address", "").payload().toString();
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  static String flows() {
    return "<flow name='address'><twilio:callback-url config-ref='Twilio' kind='CONNECT_AUTHORIZATION' flow-ref='connected'>"
        + "<twilio:callback-contexts><twilio:callback-context key='app' "
        + "value='7'/></twilio:callback-contexts></twilio:callback-url></flow><flow name='end-address'><twilio:callback-url "
        + "config-ref='Twilio' kind='CONNECT_DEAUTHORIZATION' flow-ref='disconnected'/></flow>"
        + authorize("authorize", "Twilio", "connected", "10", "MINUTES")
        + authorize("authorize-briefly", "Twilio", "connected", "1", "MILLISECONDS")
        + authorize("authorize-too-long", "Twilio", "connected", "61", "MINUTES")
        + authorize("authorize-another-flow", "Twilio", "another", "10", "MINUTES")
        + "<flow name='connected'><choice><when expression=\"#[payload.fail == 'yes']\"><raise-error type='APP:BROKEN' "
        + "description='broken on purpose'/></when></choice><set-variable variableName='httpStatus' value='303'/>"
        + "<set-variable variableName='outboundHeaders' value=\"#[output application/java --- {Location: "
        + "'https://example.com/done'}]\"/><set-payload value='done'/></flow>"
        + "<flow name='another'><logger level='DEBUG' message='none'/></flow>"
        + "<flow name='disconnected'><logger level='DEBUG' message='none'/></flow>";
  }

  static String authorize(String flow, String config, String to, String after, String unit) {
    return "<flow name='" + flow + "'><twilio:authorize-url config-ref='" + config + "' connectAppSid='" + APP
        + "' flow-ref='" + to
        + "' expiresAfter='" + after + "' expiresAfterUnit='" + unit + "'><twilio:callback-contexts>"
        + "<twilio:callback-context key='user' value='#[payload]'/></twilio:callback-contexts></twilio:authorize-url></flow>";
  }

  static String state(String flow, String user) {
    return stateIn(mule.run(flow, user).payload().toString());
  }

  static String stateIn(String authorizeUrl) {
    String start = "https://www.twilio.com/authorize/" + APP + "?state=";
    assertTrue(authorizeUrl.startsWith(start), authorizeUrl);
    return authorizeUrl.substring(start.length());
  }

  static String url(String address, String state) {
    return address + "&AccountSid=" + ACCOUNT + "&state=" + state;
  }

  static HttpResponse<String> browser(String address, String state) throws Exception {
    return Http.get(url(address, state));
  }

  static List<FlowRun> runsFor(String user) {
    return mule.runs("connected").stream()
        .filter(run -> user.equals(((CallbackAttributes) run.attributes()).getContext().get("user"))).toList();
  }
}
