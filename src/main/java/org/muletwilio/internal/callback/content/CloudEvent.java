package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import org.muletwilio.internal.callback.codec.Sha256;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** One event of Event Streams. Immutable. */
public final class CloudEvent {

  /** Numbers stay as Twilio writes them. */
  private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
  private static final Sha256 HASH = new Sha256();

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
   * @return the events, in their order, each once; empty where it is anything else
   */
  public static Optional<List<CloudEvent>> in(String json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      Map<String, CloudEvent> events = new LinkedHashMap<>();
      for (JsonNode each : root.isArray() ? root : Collections.singleton(root)) {
        if (!each.isObject()) {
          return Optional.empty();
        }
        String event = MAPPER.writeValueAsString(each);
        String id = each.path("id").asText("").isEmpty() ? hashOf(event) : each.path("id").asText();
        events.put(id, new CloudEvent(id, each.path("type").asText(""), event));
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

  /** @return what tells the event from all others of its account: its id, or a hash of it where it has none */
  public String getId() {
    return id;
  }

  public String getType() {
    return type;
  }

  public String getJson() {
    return json;
  }

  private static String hashOf(String event) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(HASH.of(event.getBytes(UTF_8)));
  }
}
