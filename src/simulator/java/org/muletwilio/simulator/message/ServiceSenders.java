package org.muletwilio.simulator.message;

import org.muletwilio.simulator.resource.PhoneNumbers;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which sender a messaging service takes: of its numbers, or of its senders of the recipient's channel, always the same for a
 * recipient while the sender pool stays as it is. A service that was not created here is taken as it is.
 */
public final class ServiceSenders {

  private final ResourceStore services;
  private final ResourceStore pools;
  private final Supplier<Collection<String>> places;

  /** @param places of the resources that have no store of their own, such as alphanumeric senders and short codes of services */
  public ServiceSenders(ResourceStore services, ResourceStore pools, Supplier<Collection<String>> places) {
    this.services = services;
    this.pools = pools;
    this.places = places;
  }

  /** Whether a service has anything that it can send to a recipient from. */
  public boolean canReach(String service, String to) {
    return services.find(service).isEmpty() || !inPool(service, to).isEmpty() || to.indexOf(':') < 0 && hasOthers(service);
  }

  /** The sender of a message that is sent through a service. */
  String of(Resource message) {
    String to = message.text("to");
    List<String> senders = inPool(message.text("messaging_service_sid"), to);
    return senders.isEmpty() ? PhoneNumbers.VALID_SENDER : senders.get(Math.floorMod(to.hashCode(), senders.size()));
  }

  private List<String> inPool(String service, String to) {
    String channel = to.substring(0, to.indexOf(':') + 1);
    return pools.all().stream().filter(one -> Stream.of("service_sid", "messaging_service_sid").map(one::text)
        .anyMatch(service::equals)).map(ServiceSenders::address)
        .filter(address -> address.substring(0, address.indexOf(':') + 1).equals(channel)).toList();
  }

  private static String address(Resource pooled) {
    return Optional.of(pooled.text("phone_number")).filter(number -> !number.isEmpty()).orElse(pooled.text("sender"));
  }

  private boolean hasOthers(String service) {
    return places.get().stream().anyMatch(place -> place.contains("/Services/" + service + "/"));
  }
}
