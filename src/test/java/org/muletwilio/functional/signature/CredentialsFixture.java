package org.muletwilio.functional.signature;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;

/** A simulator that knows each way to sign in, and applications that take one. */
abstract class CredentialsFixture {

  static final String KEY = "SK" + "2".repeat(32);
  static final String KEY_SECRET = "the-secret-of-the-key";
  static final String CLIENT = "OQ" + "3".repeat(32);
  static final String CLIENT_SECRET = "the secret & of the client";
  static final String SUBACCOUNT = "AC" + "5".repeat(32);
  static final String SUBACCOUNT_TOKEN = "6".repeat(32);

  final int port = freePort();
  final TwilioSimulator simulator = TwilioSimulator.builder().account(ACCOUNT, TOKEN)
      .account(SUBACCOUNT, SUBACCOUNT_TOKEN)
      .apiKey(ACCOUNT, KEY, KEY_SECRET).oauthApp(ACCOUNT, CLIENT, CLIENT_SECRET).pace(Duration.ofMillis(10)).start();

  @AfterEach
  void stop() {
    simulator.close();
  }

  EmbeddedMule start(String connection) {
    return start(connection, "");
  }

  EmbeddedMule start(String connection, String callbackAttributes) {
    return application("<twilio:config name='Twilio'>" + connection + "<twilio:http-callback-config host='127.0.0.1' localPort='"
        + port
        + "' " + callbackAttributes + "/></twilio:config>" + sendFlow() + flow("status")).start();
  }

  String refusal(String connection) {
    return assertThrows(ApplicationStartException.class, () -> start(connection).close()).getMessage();
  }

  String authToken(String token, String children) {
    return "<twilio:connection accountSid='" + ACCOUNT + "' authToken='" + token + "' baseUri='" + simulator.baseUri() + "'>"
        + children
        + "</twilio:connection>";
  }

  String apiKey(String attributes) {
    return "<twilio:api-key-connection accountSid='" + ACCOUNT + "' apiKeySid='" + KEY + "' apiKeySecret='" + KEY_SECRET
        + "' baseUri='" + simulator.baseUri() + "' " + attributes + "/>";
  }

  String oauth(String attributes) {
    return "<twilio:oauth-connection accountSid='" + ACCOUNT + "' clientId='" + CLIENT + "' clientSecret='"
        + CLIENT_SECRET.replace("&", "&amp;") + "' baseUri='" + simulator.baseUri() + "' " + attributes + "/>";
  }

  static String additional(String token) {
    return "<twilio:additional-auth-tokens><twilio:additional-auth-token value='" + token + "'/></twilio:additional-auth-tokens>";
  }

  int forge(CallbackAttempt known, String accountSid, String token) {
    return simulator.forge(known).fields(Form.of("AccountSid", accountSid, "MessageSid", "SM1", "MessageStatus", "delivered"))
        .signedBy(token).send().status();
  }

  CallbackAttempt delivered() throws Exception {
    return awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
  }

  List<ApiExchange> creates() {
    return simulator.requests().stream().filter(each -> each.path().endsWith("/Messages.json")).toList();
  }

  List<ApiExchange> tokenRequests() {
    return simulator.requests().stream().filter(each -> each.path().equals("/v2/token")).toList();
  }
}
