package org.muletwilio.internal.source.resource;

import static java.util.Collections.emptyMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sinks go when a source registers its own: those that nobody else can have made. */
class OwnSinksTest {

  private static final String NEW = "https://new.example.com";

  private final AtomicInteger numbers = new AtomicInteger(5000);
  private final FakeEventStreams twilio = new FakeEventStreams(() -> String.valueOf(numbers.incrementAndGet()));

  /** Of flow 'renamed', which the application has no more, another application at another host may have the sink. */
  @ParameterizedTest
  @CsvSource({
      "https://old.example.com, source-event/events, true",
      "https://old.example.com, source-event/others, false",
      "https://new.example.com, source-event/others, false",
      "https://new.example.com, source-event/renamed, true",
      "https://NEW.example.com, source-event/renamed, true",
      "https://new.example.com:8443, source-event/renamed, false",
      "https://old.example.com, source-event/renamed, false",
      "https://new.example.com, event/events, false",
      "https://new.example.com, event/renamed, false"})
  void aSinkGoesOrStays(String base, String shape, boolean goes) throws Exception {
    String flow = shape.substring(shape.indexOf('/') + 1);
    CallbackRoute route = shape.startsWith("source-") ? CallbackRoute.toSource("Twilio", CallbackKind.EVENT, flow)
        : new CallbackRoute("Twilio", CallbackKind.EVENT, flow, Optional.empty(), emptyMap());
    String destination = base + TestAttempt.PATH + route.pathAndQuery(new RouteSecret("one"));
    String own = NEW + TestAttempt.PATH + CallbackRoute.toSource("Twilio", CallbackKind.EVENT, "events")
        .pathAndQuery(new RouteSecret("two"));
    new NodeSchedule(twilio::answer).run(List.of(connection -> {
      SinkApi api = new SinkApi(connection, "there before");
      api.subscribe(api.create(destination), Map.of("a.sent", Optional.empty()));
      new EventSubscription(Map.of("a.sent", Optional.empty())).register(connection, own, TestAttempt.EVENTS);
    }), List.of());
    assertEquals(goes ? List.of(own) : List.of(destination, own), twilio.destinations());
  }
}
