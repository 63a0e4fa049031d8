package org.muletwilio.internal.source.resource;

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

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Registers a source's address as a sink of Event Streams with a subscription, both of the source's own. A sink's address can't
 * be changed: where the source has another one, a new sink takes the place of the old one, which goes when the new one is there.
 * <p>
 * Several nodes may do so at the same moment. Each looks again at what there is once it has made something, and of two sinks or
 * subscriptions for one address the one with the first SID stays: whichever node is last leaves one of each. What a list shows is
 * used only once it is known to be there.
 */
public final class EventSubscription implements Registration {

  private static final SafeLogger LOGGER = SafeLogger.of(EventSubscription.class);
  private static final int MOST_ATTEMPTS = 4;
  /** What Twilio answers where another node has deleted what this one goes on with, or a list still shows what is gone. */
  private static final Set<TwilioError> REFUSALS =
      new HashSet<>(Arrays.asList(TwilioError.NOT_FOUND, TwilioError.INVALID_REQUEST, TwilioError.CONFLICT));

  private final Map<String, Optional<Integer>> types;
  /** The addresses that were registered, or at least tried. */
  private final Set<String> tried = new HashSet<>();
  private final KnownSinks known = new KnownSinks();
  /** The sinks that the latest attempt has found for the address. */
  private SortedSet<String> candidates = new TreeSet<>();

  /** @param types the types of the events, with a schema's version where it is not Twilio's choice */
  public EventSubscription(Map<String, Optional<Integer>> types) {
    this.types = new TreeMap<>(types);
  }

  @Override
  public String getDescription() {
    return "the Event Streams subscription to " + String.join(", ", types.keySet());
  }

  @Override
  public String instructionFor(String url) {
    return "Make a webhook sink of Event Streams at Twilio with the method POST and the destination " + url
        + ", and subscribe it to " + String.join(", ", types.keySet());
  }

  @Override
  public Optional<String> getKey() {
    return Optional.empty();
  }

  @Override
  public boolean register(TwilioConnection connection, String url, RegistrationAttempt attempt) {
    SinkApi api = new SinkApi(connection, "Mule flow '" + attempt.getFlow() + "' of config '" + attempt.getConfig() + "'");
    tried.add(url);
    for (int attempts = 1;; attempts++) {
      try {
        return registerOnce(api, url, attempt, attempts == MOST_ATTEMPTS);
      } catch (TwilioException e) {
        if (attempts == MOST_ATTEMPTS || !REFUSALS.contains(e.getType())) {
          throw e;
        }
        candidates.forEach(sink -> forgetWhatIsGone(api, sink));
      }
    }
  }

  @Override
  public boolean restore(TwilioConnection connection, RegistrationAttempt attempt) {
    if (tried.isEmpty()) {
      return false;
    }
    SinkApi api = new SinkApi(connection, "");
    SortedSet<String> sinks = known.sinks(api.sinks(), tried::contains);
    boolean restored = false;
    for (String each : sinks) {
      restored |= delete(api, each);
    }
    return restored;
  }

  private boolean registerOnce(SinkApi api, String url, RegistrationAttempt attempt, boolean atLast) {
    List<JsonNode> all = api.sinks();
    boolean isMade = known.sinks(all, url::equals).isEmpty();
    Optional<String> made = isMade ? Optional.of(api.create(url)) : Optional.empty();
    made.ifPresent(sid -> known.useSink(sid, url));
    all = isMade ? api.sinks() : all;
    candidates = known.sinks(all, url::equals);
    String sink = candidates.first();
    boolean changed = subscribe(api, sink, made.filter(sink::equals).isPresent());
    known.useSink(sink, url);
    SortedSet<String> others = known.sinks(all, destination -> isOwn(destination, url, attempt));
    others.remove(sink);
    others.forEach(each -> deleteOther(api, each, attempt, atLast));
    return changed || isMade || !others.isEmpty();
  }

  /** @return whether anything had to be changed */
  private boolean subscribe(SinkApi api, String sink, boolean isNew) {
    SortedSet<String> found = known.subscriptions(sink, api.subscriptions(sink));
    found.removeIf(each -> !known.isUsed(each) && isGone(api, each));
    boolean isMade = found.isEmpty();
    Optional<String> made = isMade ? Optional.of(create(api, sink, isNew)) : Optional.empty();
    SortedSet<String> subscriptions = isMade ? known.subscriptions(sink, api.subscriptions(sink)) : found;
    String subscription = subscriptions.first();
    boolean changed = !made.filter(subscription::equals).isPresent() && api.changeTypes(subscription, types);
    known.useSubscription(subscription, sink);
    subscriptions.stream().skip(1).forEach(each -> deleteSubscription(api, each));
    return changed || isMade || subscriptions.size() > 1;
  }

  private String create(SinkApi api, String sink, boolean isNew) {
    try {
      String sid = api.subscribe(sink, types);
      known.useSubscription(sid, sink);
      return sid;
    } catch (TwilioException e) {
      if (isNew && (REFUSALS.contains(e.getType()) || e.getType() == TwilioError.FORBIDDEN)) {
        deleteUnused(api, sink);
      }
      throw e;
    }
  }

  /** A sink that nothing is sent to would stay for good where the source does not start again. */
  private void deleteUnused(SinkApi api, String sink) {
    try {
      api.deleteSink(sink);
      known.forget(sink);
    } catch (TwilioException e) {
      LOGGER.debug("Sink {}, which has no subscription of this node, stays", sink, e);
    }
  }

  /** @param atLast whether a sink that can't be deleted stays until the next start: the source has its own */
  private void deleteOther(SinkApi api, String sink, RegistrationAttempt attempt, boolean atLast) {
    try {
      delete(api, sink);
    } catch (TwilioException e) {
      if (!atLast || !REFUSALS.contains(e.getType())) {
        throw e;
      }
      LOGGER.warn("Sink {} of an earlier address of flow '{}' stays until the flow starts again: {}", sink, attempt.getFlow(),
                  e.getMessage());
    }
  }

  /** @return whether it was there */
  private boolean delete(SinkApi api, String sink) {
    known.subscriptions(sink, api.subscriptions(sink)).forEach(each -> deleteSubscription(api, each));
    boolean deleted = api.deleteSink(sink);
    known.forget(sink);
    return deleted;
  }

  private void deleteSubscription(SinkApi api, String sid) {
    api.deleteSubscription(sid);
    known.forget(sid);
  }

  private void forgetWhatIsGone(SinkApi api, String sink) {
    known.subscriptions(sink, api.subscriptions(sink)).forEach(each -> isGone(api, each));
    if (!api.hasSink(sink)) {
      known.forget(sink);
    }
  }

  private boolean isGone(SinkApi api, String subscription) {
    boolean gone = !api.hasSubscription(subscription);
    if (gone) {
      known.forget(subscription);
    }
    return gone;
  }

  /**
   * Of the sinks that lead to a source of the config, those of this flow are the source's, and at the same host those of flows
   * that the application has no more: nobody else can take their events.
   */
  private static boolean isOwn(String destination, String url, RegistrationAttempt attempt) {
    if (!attempt.isOwn(destination) || !RouteShape.leadsToSource(destination)) {
      return false;
    }
    String flow = RouteShape.flowIn(destination);
    return flow.equals(attempt.getFlow()) || RouteShape.haveSameOrigin(destination, url) && !attempt.hasFlow(flow);
  }
}
