package org.muletwilio.internal.source.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.source.registration.RegistrationAttempt;
import org.muletwilio.internal.source.registration.RegistrationConflictException;
import org.muletwilio.testkit.log.LogLines;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What was at Twilio before a source came is put back, whichever request has failed in between. */
class WebhookRegistrationTest {

  private static final String FIRST = url("https://first.example.com");
  private static final String SECOND = url("https://second.example.com");
  private static final String FOREIGN = "https://else.example.com/sms";

  private final RegistrationAttempt attempt = new TestAttempt(CallbackKind.INBOUND_MESSAGE, true);
  private final Number number = new Number();

  @Test
  void whatWasThereIsPutBackWithItsMethod() throws Exception {
    number.set(FOREIGN, "GET");
    WebhookRegistration source = source();
    assertTrue(source.register(null, FIRST, attempt));
    assertEquals(FIRST, number.url());
    assertTrue(source.restore(null, attempt));
    assertEquals(FOREIGN, number.url());
    assertEquals("GET", number.resource.path("sms_method").asText());
    assertFalse(source.restore(null, attempt), "once");
  }

  /** Where it is not put back, nobody else knows what was there. */
  @Test
  void theLogTellsWhatIsReplaced() throws Exception {
    try (LogLines log = LogLines.of("org.muletwilio", Level.INFO)) {
      number.set(FOREIGN + "?key=secret", "GET");
      source().register(null, FIRST, attempt);
      assertEquals(1, log.with("the SMS URL of number PN1 was https://else.example.com/sms, which overwrite=\"true\" replaces")
          .size(), log.all().toString());
      source().register(null, SECOND, attempt);
      assertEquals(1, log.all().size(), "the config's own address is not told");
    }
  }

  /** The tunnel's address has changed, and Twilio has not taken the new one, or its answer was lost. */
  @Test
  void anAddressThatWasTriedIsTheSourcesOwn() throws Exception {
    for (Fault fault : Fault.values()) {
      number.set(FOREIGN, "POST");
      WebhookRegistration source = source();
      source.register(null, FIRST, attempt);
      number.fault = fault;
      assertThrows(TwilioException.class, () -> source.register(null, SECOND, attempt));
      number.fault = null;
      assertTrue(source.restore(null, attempt), fault.name());
      assertEquals(FOREIGN, number.url(), fault.name());
    }
  }

  /** The stop could not put it back: the next stop does, though the next start has found the config's own address. */
  @Test
  void whatAStopCouldNotPutBackTheNextOneDoes() throws Exception {
    for (Fault fault : new Fault[] {Fault.AT_FETCH, Fault.BEFORE_UPDATE}) {
      number.set(FOREIGN, "POST");
      WebhookRegistration source = source();
      source.register(null, FIRST, attempt);
      number.fault = fault;
      assertThrows(TwilioException.class, () -> source.restore(null, attempt));
      number.fault = null;
      WebhookRegistration next = source();
      assertFalse(next.register(null, FIRST, attempt));
      assertTrue(next.restore(null, attempt));
      assertEquals(FOREIGN, number.url(), fault.name());
    }
  }

  @Test
  void whatSomebodyHasSetSinceStaysForGood() throws Exception {
    number.set(FOREIGN, "POST");
    WebhookRegistration source = source();
    source.register(null, FIRST, attempt);
    number.set("", "POST");
    assertFalse(source.restore(null, attempt));
    assertEquals("", number.url());
    WebhookRegistration next = source();
    next.register(null, FIRST, attempt);
    next.restore(null, attempt);
    assertEquals("", number.url(), "what was there two starts ago is not put back");
  }

  @Test
  void whatWasNotTriedIsNotPutBack() throws Exception {
    number.set(FOREIGN, "POST");
    WebhookRegistration source = source();
    RegistrationAttempt modest = new TestAttempt(CallbackKind.INBOUND_MESSAGE, false);
    assertThrows(RegistrationConflictException.class, () -> source.register(null, FIRST, modest));
    assertFalse(source.restore(null, modest));
    assertEquals(FOREIGN, number.url());
  }

  private WebhookRegistration source() {
    return new WebhookRegistration(number, PhoneNumberWebhooks.SMS_URL);
  }

  private static String url(String base) {
    return base + TestAttempt.PATH + CallbackRoute.toSource("Twilio", CallbackKind.INBOUND_MESSAGE, "events")
        .pathAndQuery(new RouteSecret("secret"));
  }

  private enum Fault {
    AT_FETCH, BEFORE_UPDATE, AFTER_UPDATE
  }

  private static final class Number implements WebhookResource {

    private final ObjectNode resource = new ObjectMapper().createObjectNode().put("sid", "PN1");
    private Fault fault;

    void set(String url, String method) {
      resource.put("sms_url", url).put("sms_method", method);
    }

    String url() {
      return resource.path("sms_url").asText();
    }

    @Override
    public String getDescription() {
      return "number PN1";
    }

    @Override
    public JsonNode fetch(TwilioConnection connection) {
      failAt(Fault.AT_FETCH);
      return resource.deepCopy();
    }

    @Override
    public void update(TwilioConnection connection, JsonNode found, Map<String, String> values) {
      failAt(Fault.BEFORE_UPDATE);
      set(values.get("SmsUrl"), values.get("SmsMethod"));
      failAt(Fault.AFTER_UPDATE);
    }

    private void failAt(Fault here) {
      if (fault == here) {
        throw new TwilioException(TwilioError.TIMEOUT, "no answer");
      }
    }
  }
}
