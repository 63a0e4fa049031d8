package org.muletwilio.internal.callback.content;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One event of Event Streams. Immutable. */
public final class CloudEvent {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String id;
  private final String type;
  private final String json;

  private CloudEvent(String id, String type, String json) {
    this.id = id;
    this.type = type;
    this.json = json;
  }

  /**
   * @param json what a sink gets: an event, or a batch of them
   * @return the events, in their order, each id once; empty where it is anything else
   */
  public static Optional<List<CloudEvent>> in(String json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      Map<String, CloudEvent> events = new LinkedHashMap<>();
      for (JsonNode each : root.isArray() ? root : Collections.singleton(root)) {
        if (!each.isObject() || !each.path("id").isTextual() || each.path("id").textValue().isEmpty()) {
          return Optional.empty();
        }
        String id = each.path("id").textValue();
        events.put(id, new CloudEvent(id, each.path("type").asText(""), MAPPER.writeValueAsString(each)));
      }
      return events.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(events.values()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** @return the events as the JSON of a batch */
  public static String batchOf(List<CloudEvent> events) {
    return events.stream().map(CloudEvent::getJson).collect(joining(",", "[", "]"));
  }

  /** @return what tells the event from all others of its account */
  public String getId() {
    return id;
  }

  public String getType() {
    return type;
  }

  public String getJson() {
    return json;
  }
}
