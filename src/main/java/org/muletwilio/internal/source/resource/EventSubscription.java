package org.muletwilio.internal.source.resource;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toList;

import org.muletwilio.internal.callback.route.RouteShape;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.source.registration.Registration;
import org.muletwilio.internal.source.registration.RegistrationAttempt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Registers a source's address as a sink of Event Streams with a subscription, both of the source's own. A sink's address can't
 * be changed: where the source has another one, a new sink takes the place of the old one, which goes when the new one is there.
 */
public final class EventSubscription implements Registration {

  private final Map<String, Optional<Integer>> types;
  private SinkApi api;
  private String sink;
  private String subscription;

  /** @param types the types of the events, with a schema's version where it is not Twilio's choice */
  public EventSubscription(Map<String, Optional<Integer>> types) {
    this.types = new TreeMap<>(types);
  }

  @Override
  public String getDescription() {
    return "the Event Streams subscription to " + String.join(", ", types.keySet());
  }

  @Override
  public Optional<String> getKey() {
    return Optional.empty();
  }

  @Override
  public boolean register(TwilioConnection connection, String url, RegistrationAttempt attempt) {
    api = new SinkApi(connection, "Mule flow '" + attempt.getFlow() + "' of config '" + attempt.getConfig() + "'");
    List<JsonNode> own = api.sinks().stream().filter(each -> isOwn(each, attempt)).sorted(comparing(SinkApi::sidOf))
        .collect(toList());
    Optional<JsonNode> right = own.stream().filter(each -> SinkApi.destinationOf(each).equals(url)).findFirst();
    boolean changed = !right.isPresent();
    sink = right.isPresent() ? SinkApi.sidOf(right.get()) : createOnce(url);
    Optional<JsonNode> subscribed = api.subscriptions(sink).stream().findFirst();
    if (subscribed.isPresent()) {
      subscription = SinkApi.sidOf(subscribed.get());
      changed |= api.changeTypes(subscription, types);
    } else {
      subscription = api.subscribe(sink, types);
      changed = true;
    }
    for (JsonNode each : own) {
      if (!SinkApi.sidOf(each).equals(sink)) {
        api.delete(SinkApi.sidOf(each));
        changed = true;
      }
    }
    return changed;
  }

  @Override
  public boolean restore(TwilioConnection connection) {
    if (sink == null) {
      return false;
    }
    api.delete(sink);
    sink = null;
    return true;
  }

  /** Another node may have made one at the same time: the one with the first SID stays. */
  private String createOnce(String url) {
    String created = api.create(url);
    Optional<String> first = api.sinks().stream().filter(each -> SinkApi.destinationOf(each).equals(url)).map(SinkApi::sidOf)
        .sorted().findFirst().filter(sid -> !sid.equals(created));
    first.ifPresent(sid -> api.delete(created));
    return first.orElse(created);
  }

  private static boolean isOwn(JsonNode sink, RegistrationAttempt attempt) {
    String destination = SinkApi.destinationOf(sink);
    return attempt.isOwn(destination) && RouteShape.flowIn(destination).equals(attempt.getFlow());
  }
}
