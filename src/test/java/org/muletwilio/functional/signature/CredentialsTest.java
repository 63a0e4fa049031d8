package org.muletwilio.functional.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.flow;

import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.testkit.mule.ApplicationStartException;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to sign in. */
class CredentialsTest extends CredentialsFixture {

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
}
