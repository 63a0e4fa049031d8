package org.muletwilio.internal.source.resource;

import static java.util.Collections.singletonList;
import static java.util.Collections.singletonMap;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.ApiPath;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.rest.Domains;

/** The sinks and subscriptions of Event Streams. */
final class SinkApi {

  private static final String SINKS = "/v1/Sinks";
  private static final String SUBSCRIPTIONS = "/v1/Subscriptions";
  private static final Map<String, String> MOST_ON_A_PAGE = singletonMap("PageSize", "100");

  private final TwilioConnection connection;
  private final ApiResources api;
  private final String description;

  /**
   * @param connection the account
   * @param description of what is made
   */
  SinkApi(TwilioConnection connection, String description) {
    this.connection = connection;
    this.api = new ApiResources(connection, Domains.EVENTS);
    this.description = description;
  }

  /** @return the address that a sink calls, or an empty text */
  static String destinationOf(JsonNode sink) {
    return sink.path("sink_configuration").path("destination").asText("");
  }

  List<JsonNode> sinks() {
    return api.list(SINKS, MOST_ON_A_PAGE, "sinks");
  }

  List<JsonNode> subscriptions(String sinkSid) {
    Map<String, String> query = new LinkedHashMap<>(MOST_ON_A_PAGE);
    query.put("SinkSid", sinkSid);
    return api.list(SUBSCRIPTIONS, query, "subscriptions");
  }

  boolean hasSink(String sid) {
    return isThere(pathOfSink(sid));
  }

  boolean hasSubscription(String sid) {
    return isThere(pathOf(sid));
  }

  /** @return the SID of a new sink that sends batches to the address */
  String create(String url) {
    ObjectNode configuration = connection.getMapper().createObjectNode().put("destination", url).put("method", "POST")
        .put("batch_events", true);
    Map<String, List<String>> form = new LinkedHashMap<>();
    form.put("Description", singletonList(description));
    form.put("SinkType", singletonList("webhook"));
    form.put("SinkConfiguration", singletonList(configuration.toString()));
    return api.create(SINKS, form);
  }

  /** @return the SID of a new subscription */
  String subscribe(String sinkSid, Map<String, Optional<Integer>> types) {
    List<String> entries = new ArrayList<>();
    types.forEach((type, version) -> {
      ObjectNode entry = connection.getMapper().createObjectNode().put("type", type);
      version.ifPresent(number -> entry.put("schema_version", number));
      entries.add(entry.toString());
    });
    Map<String, List<String>> form = new LinkedHashMap<>();
    form.put("Description", singletonList(description));
    form.put("SinkSid", singletonList(sinkSid));
    form.put("Types", entries);
    return api.create(SUBSCRIPTIONS, form);
  }

  /** @return whether the subscription was for other types */
  boolean changeTypes(String subscriptionSid, Map<String, Optional<Integer>> types) {
    String events = pathOf(subscriptionSid) + "/SubscribedEvents";
    Map<String, Integer> subscribed = new LinkedHashMap<>();
    api.list(events, MOST_ON_A_PAGE, "types")
        .forEach(each -> subscribed.put(each.path("type").asText(), each.path("schema_version").asInt()));
    boolean changed = false;
    for (Map.Entry<String, Optional<Integer>> each : types.entrySet()) {
      Integer version = subscribed.remove(each.getKey());
      if (version == null || each.getValue().isPresent() && !each.getValue().get().equals(version)) {
        subscribeTo(events, each.getKey(), each.getValue(), version != null);
        changed = true;
      }
    }
    // a subscription must not be without an event: those that are wanted come first
    for (String unwanted : subscribed.keySet()) {
      deleteIfThere(events + "/" + ApiPath.segment(unwanted));
      changed = true;
    }
    return changed;
  }

  /** @param isThere whether the list of types holds the type, which may be behind */
  private void subscribeTo(String events, String type, Optional<Integer> version, boolean isThere) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    form.put("Type", singletonList(type));
    version.ifPresent(number -> form.put("SchemaVersion", singletonList(number.toString())));
    try {
      api.post(isThere ? events + "/" + type : events, form);
    } catch (TwilioException e) {
      if (e.getType() != (isThere ? TwilioError.NOT_FOUND : TwilioError.CONFLICT)) {
        throw e;
      }
      if (isThere || version.isPresent()) {
        api.post(isThere ? events : events + "/" + type, form);
      }
    }
  }

  /** Deletes a subscription; one that is gone already is all right. */
  void deleteSubscription(String sid) {
    deleteIfThere(pathOf(sid));
  }

  /**
   * Deletes a sink; one that is gone already is all right.
   *
   * @return whether it was there
   * @throws TwilioException also where the sink has a subscription
   */
  boolean deleteSink(String sid) {
    return deleteIfThere(pathOfSink(sid));
  }

  private static String pathOfSink(String sid) {
    return SINKS + "/" + ApiPath.segment(sid);
  }

  private static String pathOf(String subscriptionSid) {
    return SUBSCRIPTIONS + "/" + ApiPath.segment(subscriptionSid);
  }

  /** @return whether Twilio has it; also where the credentials may not ask for a single one */
  private boolean isThere(String path) {
    try {
      api.get(path);
      return true;
    } catch (TwilioException e) {
      if (e.getType() != TwilioError.NOT_FOUND && e.getType() != TwilioError.FORBIDDEN) {
        throw e;
      }
      return e.getType() == TwilioError.FORBIDDEN;
    }
  }

  private boolean deleteIfThere(String path) {
    try {
      api.delete(path);
      return true;
    } catch (TwilioException e) {
      if (e.getType() != TwilioError.NOT_FOUND) {
        throw e;
      }
      return false;
    }
  }
}
