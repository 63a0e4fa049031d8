package org.muletwilio.simulator.message;

import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackQueue;
import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.event.EventStream;
import org.muletwilio.simulator.event.EventTypes;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.ResourceStore;
import org.muletwilio.simulator.script.MessageOutcome;
import org.muletwilio.simulator.script.Script;
import org.muletwilio.simulator.thread.Pace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Takes messages through their statuses and calls back about each. */
public final class MessageLifecycle {

  /** The statuses without a callback at Twilio. */
  private static final List<String> SILENT = List.of("accepted", "sending");

  private final ResourceStore messages;
  private final CallbackQueue callbacks;
  private final Pace pace;
  private final Script script;
  private final EventStream events;
  private final ServiceSenders senders;
  private final OptOuts optOuts = new OptOuts();
  private final Map<String, String> statusCallbacks = new ConcurrentHashMap<>();
  private final Map<String, List<String>> media = new ConcurrentHashMap<>();
  private final Map<String, Instant> dates = new ConcurrentHashMap<>();

  public MessageLifecycle(ResourceStore messages, CallbackQueue callbacks, Pace pace, Script script, EventStream events,
                          ServiceSenders senders) {
    this.messages = messages;
    this.callbacks = callbacks;
    this.pace = pace;
    this.script = script;
    this.events = events;
    this.senders = senders;
  }

  /** Starts a message that was just created; a scheduled one waits for its release. */
  public void begin(Resource message, Optional<String> statusCallback) {
    statusCallback.ifPresent(url -> statusCallbacks.put(message.sid(), url));
    if (!message.status().equals("scheduled")) {
      advance(message);
    }
  }

  /** Sends a scheduled message at its date. */
  public void schedule(String sid, Instant date) {
    dates.put(sid, date);
    pace.at(date, () -> release(sid));
  }

  /** What is known of a message beside its resource. */
  public MessageSettings settings(String sid) {
    return new MessageSettings(Optional.ofNullable(statusCallbacks.get(sid)), Optional.ofNullable(dates.get(sid)), mediaOf(sid));
  }

  /** Knows that again, and sends a message that is scheduled at its date, or at once if that has passed. */
  public void restore(String sid, MessageSettings settings) {
    settings.statusCallback().ifPresent(url -> statusCallbacks.put(sid, url));
    media(sid, settings.media());
    settings.sendAt().ifPresent(date -> schedule(sid, date));
  }

  /** Sends all scheduled messages now. */
  public void releaseScheduled() {
    messages.all().forEach(message -> release(message.sid()));
  }

  private void release(String sid) {
    change(sid, "scheduled", "accepted").ifPresent(this::advance);
  }

  /** Notes where a message's media are. */
  public void media(String sid, List<String> urls) {
    if (!urls.isEmpty()) {
      media.put(sid, List.copyOf(urls));
    }
  }

  /** Where a message's media are. */
  public List<String> mediaOf(String sid) {
    return media.getOrDefault(sid, List.of());
  }

  /** Which sender a messaging service takes. */
  public ServiceSenders senders() {
    return senders;
  }

  /** Who wants no more messages. */
  public OptOuts optOuts() {
    return optOuts;
  }

  /** Cancels a scheduled message. */
  public Optional<Resource> cancel(String sid) {
    Optional<Resource> canceled = change(sid, "scheduled", "canceled");
    canceled.ifPresent(this::tell);
    return canceled;
  }

  private Optional<Resource> change(String sid, String from, String to) {
    boolean[] changed = {false};
    Optional<Resource> message = messages.update(sid, old -> {
      changed[0] = old.status().equals(from);
      return changed[0] ? old.with("status", to) : old;
    });
    return message.filter(found -> changed[0]);
  }

  private void advance(Resource message) {
    List<String> statuses = new ArrayList<>();
    if (message.status().equals("accepted")) {
      statuses.add("queued");
    }
    statuses.add("sending");
    MessageOutcome outcome = script.outcomeOf(sender(message), message.text("to"));
    statuses.addAll(outcome.statuses());
    pace.walk(statuses, status -> messages.update(message.sid(), old -> enter(old, status, outcome))
        .filter(now -> !SILENT.contains(status)).ifPresent(this::tell));
  }

  /** Who sends it: a number, or a Messaging Service that has not chosen one yet. */
  private static String sender(Resource message) {
    return message.text(message.text("from").isEmpty() ? "messaging_service_sid" : "from");
  }

  private Resource enter(Resource message, String status, MessageOutcome outcome) {
    Resource changed = message.with("status", status);
    return switch (status) {
      case "queued" -> message.text("from").isEmpty() ? changed.with("from", senders.of(message)) : changed;
      case "sent" -> changed.with("date_sent", Dates.rfc2822(Instant.now())).with("price", "-0.00790").with("price_unit", "USD");
      case "undelivered", "failed" -> changed.with("error_code", outcome.errorCode().orElse(30008))
          .with("error_message", "The message could not be delivered");
      default -> changed;
    };
  }

  private void tell(Resource message) {
    events.emit(EventTypes.MESSAGE + message.status(), message, MessageFields.event(message));
    Optional.ofNullable(statusCallbacks.get(message.sid()))
        .map(url -> Callback
            .of(Callback.Kind.MESSAGE_STATUS, message, CallbackTarget.of(url, "POST"), MessageFields.status(message)))
        .ifPresent(callbacks::add);
  }
}
