package org.muletwilio.internal.source.resource;

import static java.util.stream.Collectors.toCollection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The sinks and subscriptions that a source uses, and those that it knows to be gone. Twilio's lists may not show yet what was
 * made or deleted a moment ago: what is known wins over them. Used by one thread at a time.
 */
final class KnownSinks {

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, String> subscriptions = new HashMap<>();
  private final Set<String> gone = new HashSet<>();

  /**
   * @param listed what Twilio's list shows
   * @param address says which addresses are meant
   * @return the SIDs of the sinks to such an address
   */
  SortedSet<String> sinks(List<JsonNode> listed, Predicate<String> address) {
    SortedSet<String> sids = listed.stream().filter(each -> address.test(SinkApi.destinationOf(each))).map(ApiResources::sidOf)
        .collect(toCollection(TreeSet::new));
    return with(addresses, address, sids);
  }

  /**
   * @param sink a sink's SID
   * @param listed the sink's subscriptions in Twilio's list
   * @return the SIDs of the sink's subscriptions
   */
  SortedSet<String> subscriptions(String sink, List<JsonNode> listed) {
    return with(subscriptions, sink::equals, listed.stream().map(ApiResources::sidOf).collect(toCollection(TreeSet::new)));
  }

  /** @return whether the source has made the subscription, or has found it to be there */
  boolean isUsed(String subscription) {
    return subscriptions.containsKey(subscription);
  }

  void useSink(String sid, String address) {
    addresses.put(sid, address);
  }

  void useSubscription(String sid, String sink) {
    subscriptions.put(sid, sink);
  }

  /** @param sid of a sink or subscription that is not there any more; Twilio gives no SID twice */
  void forget(String sid) {
    gone.add(sid);
    addresses.remove(sid);
    subscriptions.remove(sid);
  }

  private SortedSet<String> with(Map<String, String> used, Predicate<String> wanted, SortedSet<String> sids) {
    used.forEach((sid, value) -> {
      if (wanted.test(value)) {
        sids.add(sid);
      }
    });
    sids.removeAll(gone);
    return sids;
  }
}
