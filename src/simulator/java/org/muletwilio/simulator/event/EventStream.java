package org.muletwilio.simulator.event;

import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.resource.Sids;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Event Streams: gives each event to the sinks that have subscribed to its type. */
public final class EventStream {

  private final ResourceStore sinks;
  private final ResourceStore subscriptions;
  private final EventDelivery delivery;

  /** @param pause how long a batch is filled, and before the first retry */
  public EventStream(ResourceStore sinks, ResourceStore subscriptions, CallbackSender sender, SimulatorThreads threads,
                     Duration pause) {
    this.sinks = sinks;
    this.subscriptions = subscriptions;
    delivery = new EventDelivery(sinks, sender, threads, pause);
  }

  /**
   * Sends an event to the sinks that have subscribed to its type.
   *
   * @param resource what it is about
   * @param data its data, by the names of the event's schema
   */
  public void emit(String type, Resource resource, Map<String, Object> data) {
    emit(type, resource.accountSid(), resource.text("uri"), data);
  }

  /**
   * Sends an event to an account's sinks that have subscribed to its type.
   *
   * @return how many sinks those are
   */
  public int emit(String type, String accountSid, String source, Map<String, Object> data) {
    List<Resource> subscribed = subscriptions.all().stream().filter(one -> one.accountSid().equals(accountSid))
        .filter(one -> EventTypes.of(one).contains(type)).toList();
    if (subscribed.isEmpty()) {
      return 0;
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("type", type);
    event.put("source", source);
    event.put("id", Sids.next("EZ"));
    event.put("datacontenttype", "application/json");
    event.put("time", Instant.now().toString());
    event.put("data", data);
    List<Resource> told = subscribed.stream().flatMap(one -> sinks.find(one.text("sink_sid")).stream()).toList();
    told.forEach(sink -> delivery.add(sink, event));
    return told.size();
  }
}
