package org.muletwilio.simulator.event;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.muletwilio.simulator.api.Json;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/**
 * Sends events to webhook sinks: at least once, in no promised order, in a batch where the sink wants that. What a sink answers
 * with 429, a 5xx or not at all is sent again after a pause that doubles; what it refuses with another 4xx is discarded.
 */
final class EventDelivery {

  private static final int MOST_TRIES = 12;
  private static final int MOST_IN_BATCH = 16;
  private static final int TOO_MANY_REQUESTS = 429;

  private final ResourceStore sinks;
  private final CallbackSender sender;
  private final SimulatorThreads threads;
  private final Duration pause;
  /** The events that wait for their batch, by the SID of the sink. */
  private final Map<String, List<Map<String, Object>>> waiting = new HashMap<>();

  /** @param pause how long a batch is filled, and before the first retry */
  EventDelivery(ResourceStore sinks, CallbackSender sender, SimulatorThreads threads, Duration pause) {
    this.sinks = sinks;
    this.sender = sender;
    this.threads = threads;
    this.pause = pause;
  }

  void add(Resource sink, Map<String, Object> event) {
    if (!"true".equals(String.valueOf(configuration(sink).get("batch_events")))) {
      send(sink, Json.write(event), 1);
      return;
    }
    synchronized (waiting) {
      List<Map<String, Object>> batch = waiting.computeIfAbsent(sink.sid(), first -> new ArrayList<>());
      batch.add(event);
      if (batch.size() == 1) {
        later(() -> flush(sink), pause);
      }
    }
  }

  private void flush(Resource sink) {
    List<Map<String, Object>> batch;
    synchronized (waiting) {
      List<Map<String, Object>> all = waiting.remove(sink.sid());
      batch = all.subList(0, Math.min(MOST_IN_BATCH, all.size()));
      if (batch.size() < all.size()) {
        waiting.put(sink.sid(), new ArrayList<>(all.subList(batch.size(), all.size())));
        later(() -> flush(sink), pause);
      }
    }
    send(sink, Json.write(batch), 1);
  }

  private void send(Resource sink, String json, int number) {
    Callback callback = new Callback(Callback.Kind.EVENT, sink.sid(), sink.accountSid(), "POST",
                                     String.valueOf(configuration(sink).get("destination")), Form.EMPTY);
    try {
      threads.senders().execute(() -> {
        // a sink that was deleted gets nothing more
        if (sinks.find(sink.sid()).isPresent() && again(sender.sendJson(callback, json).status()) && number < MOST_TRIES) {
          later(() -> send(sink, json, number + 1), pause.multipliedBy(1L << Math.min(number - 1, 6)));
        }
      });
    } catch (RejectedExecutionException e) {
      // The simulator is closing
    }
  }

  private static boolean again(int status) {
    boolean refused = status / 100 == 4 && status != TOO_MANY_REQUESTS;
    return status / 100 != 2 && !refused;
  }

  private void later(Runnable task, Duration delay) {
    try {
      threads.clock().schedule(task, delay.toMillis(), MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The simulator is closing
    }
  }

  private static Map<?, ?> configuration(Resource sink) {
    return (Map<?, ?>) sink.properties().get("sink_configuration");
  }
}
