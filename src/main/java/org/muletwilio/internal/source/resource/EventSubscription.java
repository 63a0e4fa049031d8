package org.muletwilio.internal.source.resource;

import static java.util.stream.Collectors.toCollection;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.route.RouteShape;
import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.source.registration.Registration;
import org.muletwilio.internal.source.registration.RegistrationAttempt;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Registers a source's address as a sink of Event Streams with a subscription, both of the source's own. A sink's address can't
 * be changed: where the source has another one, a new sink takes the place of the old one, which goes when the new one is there.
 * <p>
 * Several nodes may do so at the same moment. Each looks again at what there is once it has made something, and of two sinks or
 * subscriptions for one address the one with the first SID stays: whichever node is last leaves one of each.
 */
public final class EventSubscription implements Registration {

  private static final SafeLogger LOGGER = SafeLogger.of(EventSubscription.class);
  private static final int MOST_ATTEMPTS = 4;
  /** What Twilio answers where another node has deleted what this one goes on with. */
  private static final Set<TwilioError> REFUSALS =
      new HashSet<>(Arrays.asList(TwilioError.NOT_FOUND, TwilioError.INVALID_REQUEST, TwilioError.CONFLICT));

  private final Map<String, Optional<Integer>> types;
  /** The address that was registered, or at least tried; null before. */
  private String registered;

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
    SinkApi api = new SinkApi(connection, "Mule flow '" + attempt.getFlow() + "' of config '" + attempt.getConfig() + "'");
    registered = url;
    for (int attempts = 1;; attempts++) {
      try {
        return registerOnce(api, url, attempt);
      } catch (TwilioException e) {
        if (attempts == MOST_ATTEMPTS || !REFUSALS.contains(e.getType())) {
          throw e;
        }
      }
    }
  }

  @Override
  public boolean restore(TwilioConnection connection) {
    if (registered == null) {
      return false;
    }
    SinkApi api = new SinkApi(connection, "");
    SortedSet<String> sinks = sinks(api.sinks(), registered::equals);
    sinks.forEach(api::delete);
    return !sinks.isEmpty();
  }

  private boolean registerOnce(SinkApi api, String url, RegistrationAttempt attempt) {
    List<JsonNode> all = api.sinks();
    boolean isMade = sinks(all, url::equals).isEmpty();
    Optional<String> made = isMade ? Optional.of(api.create(url)) : Optional.empty();
    all = isMade ? api.sinks() : all;
    SortedSet<String> right = with(made, sinks(all, url::equals));
    String sink = right.first();
    boolean changed = subscribe(api, sink, made.filter(sink::equals).isPresent()) || isMade;
    SortedSet<String> others = with(made, sinks(all, destination -> isOwn(destination, attempt)));
    others.remove(sink);
    others.forEach(api::delete);
    return changed || !others.isEmpty();
  }

  /** @return whether anything had to be changed */
  private boolean subscribe(SinkApi api, String sink, boolean isNew) {
    SortedSet<String> found = sids(api.subscriptions(sink));
    Optional<String> made = found.isEmpty() ? Optional.of(create(api, sink, isNew)) : Optional.empty();
    SortedSet<String> subscriptions = made.isPresent() ? with(made, sids(api.subscriptions(sink))) : found;
    String subscription = subscriptions.first();
    boolean changed = !made.filter(subscription::equals).isPresent() && api.changeTypes(subscription, types);
    subscriptions.stream().skip(1).forEach(api::deleteSubscription);
    return changed || made.isPresent() || subscriptions.size() > 1;
  }

  private String create(SinkApi api, String sink, boolean isNew) {
    try {
      return api.subscribe(sink, types);
    } catch (TwilioException e) {
      if (isNew && (REFUSALS.contains(e.getType()) || e.getType() == TwilioError.FORBIDDEN)) {
        deleteUnused(api, sink);
      }
      throw e;
    }
  }

  /** A sink that nothing is sent to would stay for good where the source does not start again. */
  private static void deleteUnused(SinkApi api, String sink) {
    try {
      api.deleteSink(sink);
    } catch (TwilioException e) {
      LOGGER.debug("Sink {}, which has no subscription of this node, stays", sink, e);
    }
  }

  private static boolean isOwn(String destination, RegistrationAttempt attempt) {
    return attempt.isOwn(destination) && RouteShape.flowIn(destination).equals(attempt.getFlow());
  }

  private static SortedSet<String> sinks(List<JsonNode> all, Predicate<String> destination) {
    return all.stream().filter(each -> destination.test(SinkApi.destinationOf(each))).map(ApiResources::sidOf)
        .collect(toCollection(TreeSet::new));
  }

  private static SortedSet<String> sids(List<JsonNode> all) {
    return all.stream().map(ApiResources::sidOf).collect(toCollection(TreeSet::new));
  }

  /** A list may not show yet what has just been made. */
  private static SortedSet<String> with(Optional<String> made, SortedSet<String> listed) {
    made.ifPresent(listed::add);
    return listed;
  }
}
