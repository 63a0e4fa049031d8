package org.muletwilio.testkit.launcher;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiExchange;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The messages and calls whose statuses an application has asked for, from its requests to the simulator. */
final class AskedStatuses {

  /** What is created, and the property of the response with the SID that the statuses are about. */
  private static final Map<String, String> SIDS =
      Map.of("/Messages.json", "sid", "/Calls.json", "sid", "/Participants.json", "call_sid");

  private AskedStatuses() {}

  /** @return the SIDs of the messages and calls whose last status Twilio is to report */
  static List<String> sids(TwilioSimulator simulator) {
    return simulator.requests().stream().filter(AskedStatuses::asksForTheLast).flatMap(request -> sid(request).stream()).toList();
  }

  private static boolean asksForTheLast(ApiExchange request) {
    List<String> events = request.request().form().all("StatusCallbackEvent");
    return request.method().equals("POST") && request.status() == 201 && !request.field("StatusCallback").isBlank()
        && (events.isEmpty() || events.contains("completed"));
  }

  private static Optional<String> sid(ApiExchange request) {
    return SIDS.entrySet().stream().filter(created -> request.path().endsWith(created.getKey())).findFirst()
        .map(created -> property(request.answer().orElseThrow().body(), created.getValue()));
  }

  private static String property(String json, String name) {
    try {
      return new ObjectMapper().readTree(json).path(name).asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
