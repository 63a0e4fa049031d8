package org.muletwilio.simulator.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.simulator.SdkClient;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.UserServer;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.events.v1.EventType;
import com.twilio.rest.events.v1.Sink;
import com.twilio.rest.events.v1.Subscription;
import com.twilio.rest.events.v1.subscription.SubscribedEvent;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sinks and subscriptions as Twilio's SDK makes them, and what the sinks get. */
class EventStreamTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SENT = EventTypes.MESSAGE + "sent";
  private static final String DELIVERED = EventTypes.MESSAGE + "delivered";

  private final TwilioSimulator simulator = TwilioSimulator.builder().pace(Duration.ofMillis(20)).start();
  private final TwilioRestClient client = SdkClient.of(simulator);
  private UserServer user;

  @BeforeEach
  void start() throws IOException {
    user = new UserServer();
  }

  @AfterEach
  void stop() {
    user.close();
    simulator.close();
  }

  @Test
  void aBatchHoldsWhatHappenedAndIsSignedWithItsHash() throws Exception {
    subscribe(true, SENT, DELIVERED);
    simulator.stopTime();
    for (int i = 0; i < 3; i++) {
      send();
    }
    simulator.runTime();
    await(6);
    for (UserServer.Received each : user.received()) {
      assertTrue(MAPPER.readTree(each.body()).isArray());
      assertTrue(each.target().contains("bodySHA256="), each.target());
      assertTrue(new RequestValidator(TwilioSimulator.DEFAULT_AUTH_TOKEN).validate(user.url(each.target()), each.body(),
          each.header("X-twilio-signature")), each.target());
    }
    assertTrue(user.received().size() < 6, "batches");
  }

  @Test
  void withoutBatchesEachEventComesAlone() throws Exception {
    subscribe(false, DELIVERED);
    send();
    await(1);
    JsonNode event = MAPPER.readTree(user.received().get(0).body());
    assertEquals(DELIVERED, event.path("type").asText());
    assertEquals("DELIVERED", event.path("data").path("messageStatus").asText());
    assertTrue(event.path("id").asText().startsWith("EZ"));
  }

  @Test
  void whatIsNotTakenComesAgain() throws Exception {
    AtomicInteger count = new AtomicInteger();
    user.replying(request -> UserServer.Reply.of(count.incrementAndGet() < 4 ? 503 : 200));
    subscribe(true, DELIVERED);
    send();
    await(4);
    assertEquals(1, user.received().stream().map(UserServer.Received::body).distinct().count());
  }

  /** As Twilio documents it for webhook sinks: an answer 4xx but 429 discards what was sent. */
  @ParameterizedTest
  @CsvSource({"429, 2", "500, 2", "400, 1", "403, 1", "404, 1", "413, 1"})
  void whatIsRefusedIsDiscarded(int status, int sendings) throws Exception {
    user.replying(request -> UserServer.Reply.of(user.received().size() < 2 ? status : 200));
    subscribe(true, DELIVERED);
    send();
    await(sendings);
    while (!simulator.isIdle()) {
      Thread.sleep(5);
    }
    assertEquals(sendings, events());
  }

  @Test
  void sinksAndSubscriptionsAreKeptAsTwilioDoes() {
    String sink = subscribe(true, SENT);
    Subscription subscription = Subscription.reader().setSinkSid(sink).read(client).iterator().next();
    SubscribedEvent.creator(subscription.getSid(), DELIVERED).create(client);
    assertTrue(SubscribedEvent.deleter(subscription.getSid(), SENT).delete(client));
    assertEquals(DELIVERED, SubscribedEvent.reader(subscription.getSid()).read(client).iterator().next().getType());
    assertThrows(ApiException.class, () -> SubscribedEvent.creator(subscription.getSid(), "com.twilio.none").create(client));
    assertThrows(ApiException.class, () -> Sink.deleter(sink).delete(client), "it has a subscription");
    assertEquals("other", Sink.updater(sink, "other").update(client).getDescription());
    assertTrue(Subscription.deleter(subscription.getSid()).delete(client));
    assertTrue(Sink.deleter(sink).delete(client));
    assertFalse(Sink.reader().read(client).iterator().hasNext());
    assertTrue(EventType.reader().read(client).iterator().hasNext());
  }

  private String subscribe(boolean batches, String... types) {
    Sink sink = Sink.creator("test", Map.of("destination", user.url("/events"), "method", "POST", "batch_events", batches),
                             Sink.SinkType.WEBHOOK).create(client);
    Subscription.creator("test", sink.getSid(), List.of(types).stream()
        .map(type -> (Object) Map.of("type", type, "schema_version", 1)).toList()).create(client);
    return sink.getSid();
  }

  private void send() {
    Message.creator(new PhoneNumber("+14155550100"), new PhoneNumber("+15005550006"), "Hi").create(client);
  }

  /** Waits until the server has got so many events. */
  private void await(int events) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (events() < events && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertEquals(events, events());
  }

  private int events() throws IOException {
    int count = 0;
    for (UserServer.Received each : user.received()) {
      JsonNode body = MAPPER.readTree(each.body());
      count += body.isArray() ? body.size() : 1;
    }
    return count;
  }
}
