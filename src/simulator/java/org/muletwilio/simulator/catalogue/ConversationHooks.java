package org.muletwilio.simulator.catalogue;

import static org.muletwilio.simulator.catalogue.AssignmentFields.text;

import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.callback.Callback;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.http.HttpAnswer;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * Calls the webhooks of Conversations: that before an event, of the service or else of the account, which may change or refuse
 * it, and
 * those after it, also of the conversation. Each gets the events that its filters name, and no others.
 */
final class ConversationHooks {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String WEBHOOKS = "/Configuration/Webhooks";

  private final GenericStore store;
  private final CallbackSender sender;
  private final SimulatorThreads threads;

  ConversationHooks(GenericStore store, CallbackSender sender, SimulatorThreads threads) {
    this.store = store;
    this.sender = sender;
    this.threads = threads;
  }

  /**
   * Asks before an event.
   *
   * @param place of the collection that the resource is in
   * @return what the answer changes, or empty where it refuses the event
   */
  Optional<Map<String, Object>> before(String place, ConversationFields fields) {
    Optional<Map<String, Object>> hook = configured(place, "pre_webhook_url").filter(each -> wants(each, fields.event()));
    if (hook.isEmpty()) {
      return Optional.of(Map.of());
    }
    Optional<HttpAnswer> answer = call(text(hook.get(), "pre_webhook_url"), text(hook.get(), "method"), fields);
    if (answer.isPresent() && answer.get().status() >= 400) {
      return Optional.empty();
    }
    return Optional.of(answer.filter(each -> each.status() == 200).map(each -> JsonReader.objectOrEmpty(each.body()))
        .orElse(Map.of()));
  }

  /** Tells of an event, later. */
  void after(String place, ConversationFields fields) {
    configured(place, "post_webhook_url").filter(each -> wants(each, fields.event()))
        .ifPresent(each -> later(() -> call(text(each, "post_webhook_url"), text(each, "method"), fields)));
    int conversation = place.indexOf("/Conversations/");
    if (conversation < 0) {
      return;
    }
    int end = place.indexOf('/', conversation + "/Conversations/".length());
    store.list(place.substring(0, end < 0 ? place.length() : end) + "/Webhooks").stream()
        .filter(each -> "webhook".equals(each.get("target"))).map(each -> each.get("configuration")).filter(Map.class::isInstance)
        .map(each -> (Map<?, ?>) each).filter(each -> wants(each, fields.event()) && each.get("url") != null)
        .forEach(each -> later(() -> call(each.get("url").toString(), String.valueOf(each.get("method")), fields)));
  }

  /** That of the service, unless only the account has such an address. */
  private Optional<Map<String, Object>> configured(String place, String url) {
    String api = place.substring(0, place.indexOf("/v1") + "/v1".length());
    int service = place.indexOf("/Services/");
    Optional<Map<String, Object>> own = service < 0 ? Optional.empty()
        : store.find(place.substring(0, place.indexOf('/', service + "/Services/".length())) + WEBHOOKS);
    return own.filter(each -> !text(each, url).isEmpty()).or(() -> store.find(api + WEBHOOKS).filter(each -> !text(each, url)
        .isEmpty()));
  }

  private static boolean wants(Map<?, ?> hook, String event) {
    return hook.get("filters") instanceof List<?> filters && filters.contains(event);
  }

  private Optional<HttpAnswer> call(String url, String method, ConversationFields fields) {
    try {
      Form form = fields.form();
      CallbackAttempt attempt = sender.ask(new Callback(Callback.Kind.EVENT, text(fields.resource(), "sid"),
          form.first("AccountSid").orElse(""), method.equalsIgnoreCase("GET") ? "GET" : "POST", url, form), LIMIT);
      return attempt.answer();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void later(Runnable task) {
    try {
      threads.senders().execute(task);
    } catch (RejectedExecutionException e) {
      // The simulator is closing
    }
  }
}
