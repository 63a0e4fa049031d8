package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.testkit.http.BadServer.answering;
import static org.muletwilio.testkit.http.BadServer.cutAfter;
import static org.muletwilio.testkit.http.BadServer.first;

import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Without an access token nothing is sent, and the error says so, whatever became of the request for the token. */
class AccessTokenFailuresTest {

  private static final String SID = "SM00000000000000000000000000000001";
  private static final String GRANTED = "{\"access_token\":\"t1\",\"token_type\":\"bearer\",\"expires_in\":3600}";

  private static final String NO_NUMBERS = "{\"incoming_phone_numbers\":[],\"page\":0,\"page_size\":1,\"uri\":\"/x\","
      + "\"first_page_uri\":\"/x\",\"next_page_uri\":null}";

  @ParameterizedTest
  @EnumSource(AnswerFailure.class)
  void aCreateWasCertainlyNotDone(AnswerFailure failure) throws Exception {
    try (BadServer tokens = BadServer.start(failure.behaviour); BadServer api = BadServer.start(answering(201, "{}"));
        EmbeddedMule mule = start(tokens.baseUri(), api, "")) {
      for (String flow : List.of("send", "get", "delete")) {
        FlowFailedException error = assertThrows(FlowFailedException.class, () -> mule.run(flow, ""));
        assertEquals("TWILIO:CONNECTIVITY", error.errorType(), flow);
        assertTrue(error.description().contains("nothing was sent"), error.description());
        assertFalse(error.description().contains("may have been done"), error.description());
      }
      assertEquals(List.of(), api.requests());
    }
  }

  /** Of these, only what says something of the credentials or of the rate is the operation's own error. */
  @ParameterizedTest
  @CsvSource({"400, 20001, INVALID_CREDENTIALS", "401, 20003, INVALID_CREDENTIALS", "403, 20403, INVALID_CREDENTIALS",
      "404, 20404, CONNECTIVITY", "409, 20409, CONNECTIVITY", "410, 20410, CONNECTIVITY", "422, 21211, CONNECTIVITY",
      "302, 0, CONNECTIVITY", "500, 20500, CONNECTIVITY", "503, 20503, CONNECTIVITY"})
  void noResourceOfTheFlowIsMeant(int status, int code, String type) throws Exception {
    String refusal = "{\"code\":" + code + ",\"message\":\"no\",\"status\":" + status + "}";
    try (BadServer tokens = BadServer.start(answering(status, refusal)); BadServer api = BadServer.start(answering(201, "{}"));
        EmbeddedMule mule = start(tokens.baseUri(), api, "")) {
      for (String flow : List.of("send", "get")) {
        FlowFailedException error = assertThrows(FlowFailedException.class, () -> mule.run(flow, ""));
        assertEquals("TWILIO:" + type, error.errorType());
      }
      assertEquals(List.of(), api.requests());
    }
  }

  @Test
  void nobodyListens() throws Exception {
    try (BadServer api = BadServer.start(answering(201, "{}"));
        EmbeddedMule mule = start("http://127.0.0.1:" + freePort(), api, "")) {
      assertEquals("TWILIO:CONNECTIVITY", assertThrows(FlowFailedException.class, () -> mule.run("send", "")).errorType());
      assertEquals(List.of(), api.requests());
    }
  }

  /** The token for a create is asked for twice where the connection breaks, the create sent once. */
  @Test
  void aTokenIsAskedForAgain() throws Exception {
    try (BadServer tokens = BadServer.start(first(1, cutAfter(""), answering(200, GRANTED)));
        BadServer api = BadServer.start(answering(201, "{\"sid\":\"" + SID + "\"}"));
        EmbeddedMule mule = start(tokens.baseUri(), api, "")) {
      assertTrue(mule.run("send", "").payload().toString().contains(SID));
      assertEquals(1, api.count("POST"));
    }
  }

  /** Each request asks for a token of its own, and the connection is valid at start, so that nothing else asks meanwhile. */
  @Test
  void readsAreRunAgainAsTheReconnectionSaysAndCreatesAreNot() throws Exception {
    AtomicInteger broken = new AtomicInteger();
    BadServer.Behaviour granting = answering(200, GRANTED.replace("3600", "0"));
    BadServer.Behaviour numbers = answering(200, NO_NUMBERS);
    BadServer.Behaviour message = answering(200, "{\"sid\":\"" + SID + "\"}");
    try (BadServer tokens = BadServer.start((request, client) -> (broken.getAndDecrement() > 0 ? cutAfter("") : granting)
        .serve(request, client));
        BadServer api = BadServer.start((request, client) -> (request.contains("/IncomingPhoneNumbers") ? numbers : message)
            .serve(request, client));
        EmbeddedMule mule = start(tokens.baseUri(), api, "<reconnection><reconnect frequency='50' count='9'/></reconnection>")) {
      broken.set(2);
      assertEquals("TWILIO:CONNECTIVITY", assertThrows(FlowFailedException.class, () -> mule.run("send", "")).errorType());
      assertEquals(0, api.count("POST"), "a second run would have had a token");
      broken.set(3);
      assertTrue(mule.run("get", "").payload().toString().contains(SID));
    }
  }

  private static EmbeddedMule start(String tokens, BadServer api, String children) {
    return application("<twilio:config name='Twilio'><twilio:oauth-connection accountSid='" + ACCOUNT + "' clientId='OQ1' "
        + "clientSecret='secret' authToken='" + TOKEN + "' baseUri='" + api.baseUri() + "' tokenUri='" + tokens
        + "/v2/token' responseTimeout='1' connectTimeout='1'>" + children + "</twilio:oauth-connection></twilio:config>"
        + "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' body='x'/></flow>"
        + "<flow name='get'><twilio:get-message config-ref='Twilio' messageSid='" + SID + "'/></flow>"
        + "<flow name='delete'><twilio:delete-application config-ref='Twilio' "
        + "applicationSid='AP00000000000000000000000000000001'/></flow>").start();
  }
}
