package org.muletwilio.internal.callback;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.ReceiverFixture.ORIGIN;
import static org.muletwilio.internal.callback.ReceiverFixture.SECRET;

import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.internal.callback.listener.Registration;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.testkit.log.LogLines;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an endpoint opens and closes, and which addresses it makes. */
@Timeout(60)
class CallbackEndpointTest {

  private static final CallbackRoute ROUTE =
      new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, "status", Optional.of("0-1"), Map.of("order", "1"));
  private static final String TARGET = EndpointFixture.BASE_PATH + ROUTE.pathAndQuery(new RouteSecret(SECRET));

  private final EndpointFixture fixture = EndpointFixture.of(DuplicateHandling.PASS, Optional.empty(), true);
  private final CallbackEndpoint endpoint = fixture.endpoint;

  @Test
  void anAddressLeadsBackToItsRoute() throws Exception {
    String url = endpoint.urlFor(ROUTE);
    assertTrue(url.startsWith(ORIGIN + "/twilio/callbacks/Twilio/message-status/status/"), url);
    assertTrue(url.endsWith("#rc=3&rp=5xx,ct,rt"), url);
    String inMarkup = endpoint.urlInMarkupFor(ROUTE);
    assertTrue(inMarkup.endsWith("#rp=5xx,ct,rt") && !inMarkup.contains("&"), inMarkup);
    for (String each : List.of(url, inMarkup)) {
      CallbackRoute back = endpoint.routeOf(each).orElseThrow();
      assertEquals("status", back.getFlow());
      assertEquals(Optional.of("0-1"), back.getCorrelationId());
      assertEquals(Map.of("order", "1"), back.getContext());
    }
    for (String other : List.of("", ORIGIN, url.replace("mule.example", "other.example"), url.replace("status/", "statuS/"))) {
      assertEquals(Optional.empty(), endpoint.routeOf(other), other);
    }
  }

  @Test
  void itOpensWithTheFirstAddressAndOnce() throws Exception {
    try (LogLines log = LogLines.of(EndpointReport.class.getName(), Level.INFO)) {
      assertEquals(Optional.empty(), endpoint.routeOf(ORIGIN + TARGET), "its address is not known yet");
      assertEquals(List.of(), fixture.servers.events);
      endpoint.urlFor(ROUTE);
      endpoint.getAuthorizationStates();
      endpoint.open();
      assertEquals(List.of("start 8081", "start [POST, GET] /twilio/callbacks/Twilio/*"), fixture.servers.events);
      assertEquals(1, log.with("receives Twilio's callbacks").size(), log.all()::toString);
      assertTrue(endpoint.routeOf(ORIGIN + TARGET).isPresent());
    }
  }

  @Test
  void onceClosedItStaysClosedAndHoldsNothing() throws Exception {
    endpoint.open();
    int before = fixture.schedulers.stops();
    endpoint.close();
    assertEquals(2, fixture.schedulers.stops() - before);
    assertEquals(List.of("stop 8081", "dispose 8081", "dispose /twilio/callbacks/Twilio/*"),
                 fixture.servers.events.subList(2, fixture.servers.events.size()));
    assertEquals("config 'Twilio' has stopped", assertThrows(MuleException.class, () -> endpoint.urlFor(ROUTE)).getMessage());
  }

  @Test
  void whatIsInProgressAtTheStopIsAnsweredAndWhatComesIsRefused() throws Exception {
    endpoint.open();
    CompletableFuture<ExecutionResult> end = new CompletableFuture<>();
    fixture.flowEnd = end;
    List<HttpResponse> answers = fixture.handle(EndpointFixture.callback(TARGET, "sent"));
    fixture.flowEnd = CompletableFuture.completedFuture(EndpointFixture.ended());
    FutureTask<?> closing = new FutureTask<>(endpoint::close, null);
    new Thread(closing).start();
    while (fixture.handle(EndpointFixture.callback(TARGET, "sent")).get(0).getStatusCode() != 503) {
      Thread.onSpinWait();
    }
    assertEquals(List.of(), answers);
    end.complete(EndpointFixture.ended());
    closing.get(30, SECONDS);
    assertEquals(204, answers.get(0).getStatusCode());
    assertEquals("close", answers.get(0).getHeaderValue("Connection"));
  }

  @Test
  void theStopTellsWhatWasRefusedSinceTheLastWarning() throws Exception {
    endpoint.open();
    try (LogLines log = LogLines.of(RefusalLog.class.getName(), Level.WARN)) {
      for (int i = 0; i < 3; i++) {
        Draft forged = EndpointFixture.callback(TARGET, "sent");
        forged.signature = "forged";
        assertEquals(403, fixture.handle(forged).get(0).getStatusCode());
      }
      endpoint.close();
      assertEquals(1, log.with("Config 'Twilio' refused 2 more requests with a wrong signature").size(), log.all()::toString);
    }
  }

  @Test
  void whereItCanNotServeItHoldsNothingAndMayTryAgain() throws Exception {
    Registration other = fixture.listeners.register("other", EndpointFixture.LISTENER);
    String path = "/twilio/callbacks/Twilio/*";
    other.serve(path, (context, response) -> { });
    int before = fixture.schedulers.stops();
    assertTrue(assertThrows(MuleException.class, endpoint::open).getMessage().endsWith("somebody else serves it"));
    assertEquals(2, fixture.schedulers.stops() - before);
    other.close();
    assertTrue(fixture.servers.events.contains("stop 8081"), "the endpoint does not hold it");
    fixture.servers.handlers.clear();
    endpoint.open();
    assertEquals(Set.of("8081" + path), fixture.servers.handlers.keySet());
  }

  @Test
  void whatOthersAskOfItIsThatOfItsConfig() {
    assertEquals("Twilio", endpoint.getConfig());
    assertFalse(endpoint.getAddressSettings().isTunnelled());
    assertNotNull(endpoint.getSources());
    assertEquals(Optional.empty(), endpoint.reasonAgainstFlow("status"));
    assertTrue(endpoint.reasonAgainstFlow("other").isPresent());
    try (LogLines log = LogLines.of(EndpointReport.class.getName(), Level.INFO)) {
      endpoint.announce();
      endpoint.correlationIdLeftOut("it is too long");
      endpoint.correlationIdLeftOut("so is this");
      assertEquals(1, log.with("will open its listener when an operation first names a flow").size(), log.all()::toString);
      assertEquals(1, log.with("run with new ones: it is too long").size(), log.all()::toString);
      assertEquals(2, log.all().size());
    }
  }
}
