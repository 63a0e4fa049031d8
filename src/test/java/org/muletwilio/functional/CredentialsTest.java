package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.TestApplication.ACCOUNT;
import static org.muletwilio.functional.TestApplication.SOON;
import static org.muletwilio.functional.TestApplication.TOKEN;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.awaitCallback;
import static org.muletwilio.functional.TestApplication.flow;
import static org.muletwilio.functional.TestApplication.freePort;
import static org.muletwilio.functional.TestApplication.sendFlow;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to sign in, and whose signatures are believed. */
class CredentialsTest {

  private static final String KEY = "SK" + "2".repeat(32);
  private static final String KEY_SECRET = "the-secret-of-the-key";
  private static final String CLIENT = "OQ" + "3".repeat(32);
  private static final String CLIENT_SECRET = "the secret & of the client";
  private static final String SUBACCOUNT = "AC" + "5".repeat(32);
  private static final String SUBACCOUNT_TOKEN = "6".repeat(32);

  private final int port = freePort();
  private final TwilioSimulator simulator = TwilioSimulator.builder().account(ACCOUNT, TOKEN)
      .account(SUBACCOUNT, SUBACCOUNT_TOKEN)
      .apiKey(ACCOUNT, KEY, KEY_SECRET).oauthApp(ACCOUNT, CLIENT, CLIENT_SECRET).pace(Duration.ofMillis(10)).start();

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void anApiKeySendsAndTheAuthTokenChecks() throws Exception {
    try (EmbeddedMule mule = start(apiKey("authToken='" + TOKEN + "'"))) {
      mule.run("send", "Hello");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
      assertEquals(KEY, creates().get(0).request().user().orElseThrow());
      assertEquals(403, simulator.forge(delivered()).signedBy(KEY_SECRET).send().status());
    }
  }

  @Test
  void anOAuthAppSendsWithOneTokenForAll() throws Exception {
    try (EmbeddedMule mule = start(oauth("authToken='" + TOKEN + "'"))) {
      IntStream.range(0, 20).parallel().forEach(i -> mule.run("send", "Hello " + i));
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
      assertEquals("Bearer", creates().get(0).request().header("authorization").orElseThrow());
      assertEquals(20, creates().size());
      assertEquals(1, tokenRequests().size());
      assertEquals("client_credentials", tokenRequests().get(0).field("grant_type"));
    }
  }

  @Test
  void anAccessTokenThatIsRefusedIsRenewedAndTheMessageSentOnce() {
    try (EmbeddedMule mule = start(oauth("authToken='" + TOKEN + "'"))) {
      mule.run("send", "Hello");
      simulator.revokeAccessTokens();
      mule.run("send", "Hello again");
      assertEquals(2, tokenRequests().size());
      assertEquals(2, simulator.messages().size());
    }
  }

  @Test
  void anUnknownClientIsAnError() {
    try (EmbeddedMule mule = start(oauth("authToken='" + TOKEN + "'").replace("clientSecret='", "clientSecret='wrong"))) {
      FlowFailedException failure = assertThrows(FlowFailedException.class, () -> mule.run("send", "Hello"));
      assertEquals("TWILIO:INVALID_CREDENTIALS", failure.errorType());
      assertTrue(failure.description().contains("The client credentials are invalid"), failure.description());
      assertEquals(List.of(), simulator.messages());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"api-key", "oauth"})
  void withoutAnAuthTokenTheApplicationDoesNotStart(String kind) {
    String connection = kind.equals("oauth") ? oauth("") : apiKey("");
    String message = refusal(connection);
    assertTrue(message.contains("Config 'Twilio'") && message.contains("authToken")
        && message.contains("validateSignature=\"false\""), message);
    assertFalse(message.contains("secret"), message);
    try (EmbeddedMule mule = start(connection, "validateSignature='false'")) {
      mule.run("send", "Hello");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
    }
  }

  @Test
  void anApplicationThatDoesNotStartLeavesNoThread() {
    for (int i = 0; i < 3; i++) {
      assertThrows(ApplicationStartException.class, () -> application("<twilio:config name='Twilio'>" + apiKey("")
          + "</twilio:config>" + flow("status")).name("does-not-start").start());
    }
    assertEquals(List.of(), Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
        .filter(name -> name.contains("does-not-start")).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "apiKeySid='AC1'     | apiKeySid is 'AC1'",
      "accountSid='SK1'    | accountSid is 'SK1'",
      "apiKeySecret=''     | apiKeySecret is empty",
      "apiKeySecret='a b ' | apiKeySecret starts or ends with a blank",
      "authToken=''        | authToken is empty",
  })
  void badCredentialsAreRefusedAndNotTold(String attribute, String said) {
    String name = attribute.substring(0, attribute.indexOf('='));
    String connection = apiKey("authToken='" + TOKEN + "'").replaceAll(name + "='[^']*'", attribute);
    String message = refusal(connection);
    assertTrue(message.contains("config 'Twilio'") && message.contains(said), message);
    assertFalse(message.contains(TOKEN) || message.contains(KEY_SECRET), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "<twilio:subaccount-auth-tokens><twilio:subaccount-auth-token key='SK1' value='x'/></twilio:subaccount-auth-tokens> "
          + "| a key of subaccountAuthTokens is 'SK1'",
      "<twilio:subaccount-auth-tokens><twilio:subaccount-auth-token key='AC1' value='x '/></twilio:subaccount-auth-tokens> "
          + "| the token of AC1 in subaccountAuthTokens starts or ends with a blank",
      "<twilio:additional-auth-tokens><twilio:additional-auth-token value=' x'/></twilio:additional-auth-tokens> "
          + "| one of additionalAuthTokens starts or ends with a blank",
  })
  void badTokensAreRefused(String child, String said) {
    String message = refusal(authToken(TOKEN, child));
    assertTrue(message.contains(said), message);
  }

  @Test
  void additionalTokensNeedTheAuthToken() {
    String message = refusal(apiKey("").replace("/>", ">" + additional("old") + "</twilio:api-key-connection>"));
    assertTrue(message.contains("additionalAuthTokens are given without authToken"), message);
  }

  @Test
  void aRotationLosesNoCallback() throws Exception {
    String callback;
    try (EmbeddedMule mule = start(authToken(TOKEN, ""))) {
      mule.run("send", "Before");
      mule.awaitRun("status", run -> run.payload().toString().contains("delivered"), SOON);
      callback = delivered().signedUrl();
    }
    String next = "7".repeat(32);
    simulator.rotateAuthToken(ACCOUNT, next);
    try (EmbeddedMule mule = start(authToken(next, additional(TOKEN)))) {
      assertEquals(204, simulator.forge(delivered()).signedBy(next).send().status(), "an old address, signed with the new token");
      assertEquals(204, simulator.forge(delivered()).signedBy(TOKEN).idempotencyToken("other").send().status());
      assertEquals(403, simulator.forge(delivered()).signedBy("8".repeat(32)).send().status());
      mule.run("send", "After");
      String renewed = simulator.awaitCallbacks(all -> all.stream().anyMatch(each -> !each.forged()
          && !each.signedUrl().equals(callback)), SOON).stream().filter(each -> !each.forged()).reduce((a, b) -> b).orElseThrow()
          .signedUrl();
      assertFalse(renewed.equals(callback));
    }
  }

  @Test
  void aSubaccountsCallbacksAreSignedWithItsToken() throws Exception {
    try (EmbeddedMule mule =
        start(authToken(TOKEN, "<twilio:subaccount-auth-tokens><twilio:subaccount-auth-token key='" + SUBACCOUNT
        + "' value='" + SUBACCOUNT_TOKEN + "'/></twilio:subaccount-auth-tokens>"))) {
      mule.run("send", "Hello");
      CallbackAttempt known = awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
      assertEquals(204, forge(known, SUBACCOUNT, SUBACCOUNT_TOKEN));
      assertEquals(403, forge(known, SUBACCOUNT, TOKEN));
      assertEquals(403, forge(known, ACCOUNT, SUBACCOUNT_TOKEN));
      mule.awaitRun("status", run -> run.payload().toString().contains(SUBACCOUNT), SOON);
    }
  }

  @ParameterizedTest
  @CsvSource({"connection, true", "api-key, true", "oauth, true", "connection, false", "api-key, false", "oauth, false"})
  void theConnectionTestTellsRightFromWrong(String kind, boolean right) throws Exception {
    String connection = kind.equals("oauth") ? oauth("authToken='" + TOKEN + "'")
        : kind.equals("api-key") ? apiKey("authToken='" + TOKEN + "'") : authToken(TOKEN, "");
    String secret = kind.equals("oauth") ? "clientSecret='" : kind.equals("api-key") ? "apiKeySecret='" : "authToken='";
    try (EmbeddedMule mule = start(right ? connection : connection.replace(secret, secret + "x"))) {
      List<ApiExchange> probes = simulator.awaitRequests(all -> all.stream().anyMatch(each -> right ? each.method().equals("GET")
          : each.status() == 401), SOON);
      assertEquals(right ? 200 : 401, probes.get(probes.size() - 1).status());
    }
  }

  private EmbeddedMule start(String connection) {
    return start(connection, "");
  }

  private EmbeddedMule start(String connection, String callbackAttributes) {
    return application("<twilio:config name='Twilio'>" + connection + "<twilio:http-callback-config host='127.0.0.1' localPort='"
        + port
        + "' " + callbackAttributes + "/></twilio:config>" + sendFlow() + flow("status")).start();
  }

  private String refusal(String connection) {
    return assertThrows(ApplicationStartException.class, () -> start(connection).close()).getMessage();
  }

  private String authToken(String token, String children) {
    return "<twilio:connection accountSid='" + ACCOUNT + "' authToken='" + token + "' baseUri='" + simulator.baseUri() + "'>"
        + children
        + "</twilio:connection>";
  }

  private String apiKey(String attributes) {
    return "<twilio:api-key-connection accountSid='" + ACCOUNT + "' apiKeySid='" + KEY + "' apiKeySecret='" + KEY_SECRET
        + "' baseUri='" + simulator.baseUri() + "' " + attributes + "/>";
  }

  private String oauth(String attributes) {
    return "<twilio:oauth-connection accountSid='" + ACCOUNT + "' clientId='" + CLIENT + "' clientSecret='"
        + CLIENT_SECRET.replace("&", "&amp;") + "' baseUri='" + simulator.baseUri() + "' " + attributes + "/>";
  }

  private static String additional(String token) {
    return "<twilio:additional-auth-tokens><twilio:additional-auth-token value='" + token + "'/></twilio:additional-auth-tokens>";
  }

  private int forge(CallbackAttempt known, String accountSid, String token) {
    return simulator.forge(known).fields(Form.of("AccountSid", accountSid, "MessageSid", "SM1", "MessageStatus", "delivered"))
        .signedBy(token).send().status();
  }

  private CallbackAttempt delivered() throws Exception {
    return awaitCallback(simulator, each -> each.field("MessageStatus").equals("delivered"));
  }

  private List<ApiExchange> creates() {
    return simulator.requests().stream().filter(each -> each.path().endsWith("/Messages.json")).toList();
  }

  private List<ApiExchange> tokenRequests() {
    return simulator.requests().stream().filter(each -> each.path().equals("/v2/token")).toList();
  }
}
