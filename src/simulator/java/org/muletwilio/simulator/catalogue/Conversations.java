package org.muletwilio.simulator.catalogue;

import static org.muletwilio.simulator.catalogue.AssignmentFields.text;

import org.muletwilio.simulator.api.ApiRequest;
import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.Sids;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Twilio Conversations: messages that come in for a participant's pair of numbers, or for an address that begins conversations,
 * and the
 * webhooks before and after that. Requests cause those after the event alone, and only with the header X-Twilio-Webhook-Enabled.
 */
public final class Conversations {

  private static final String PRODUCT = "conversations";
  private static final Map<String, String> NAMES =
      Map.of("Conversations", "Conversation", "Messages", "Message", "Participants", "Participant", "Users", "User");
  private static final Map<String, String> PAST = Map.of("create", "Added", "update", "Updated", "delete", "Removed");
  /** What the answer to a webhook before an event may change. */
  private static final Map<String, Set<String>> CHANGEABLE =
      Map.of("onConversationAdd", Set.of("friendly_name"), "onMessageAdd", Set.of("body", "author", "attributes"));

  private final GenericStore store;
  private final ConversationHooks hooks;

  Conversations(GenericStore store, CallbackSender sender, SimulatorThreads threads) {
    this.store = store;
    hooks = new ConversationHooks(store, sender, threads);
  }

  /** Whether the endpoint is about something that webhooks tell of. */
  static boolean areAbout(Endpoint endpoint) {
    return NAMES.containsKey(endpoint.collection()) && endpoint.isOf(PRODUCT, endpoint.collection()) && endpoint.segments()
        .get(0).equals("v1")
        && PAST.containsKey(endpoint.action());
  }

  /** What every new resource has that Twilio fills in. */
  void complete(Endpoint endpoint, Map<String, Object> created, int number) {
    if (endpoint.action().equals("create") && areAbout(endpoint)) {
      Map<String, Object> usual = Map.of("attributes", "{}", "state", "active", "index", number, "chat_service_sid",
                                         "IS" + text(created, "account_sid").substring(2));
      usual.forEach((name, value) -> {
        if (created.containsKey(name)) {
          created.putIfAbsent(name, value);
        }
      });
    }
  }

  /**
   * Tells of what a request has done.
   *
   * @param place of the resource
   * @param before the resource as it was, where it was there
   */
  void done(Endpoint endpoint, ApiRequest request, String place, Map<String, Object> resource, Optional<Map<String,
      Object>> before) {
    if (request.header("X-Twilio-Webhook-Enabled").filter("true"::equals).isEmpty()) {
      return;
    }
    String name = NAMES.get(endpoint.collection());
    Map<String, Object> told = new LinkedHashMap<>(resource);
    told.put("date_removed", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    hooks.after(place, new ConversationFields("on" + name + PAST.get(endpoint.action()), "API", told, conversationOf(place)));
    Optional<String> from = before.map(old -> text(old, "state")).filter(old -> !old.equals(text(resource, "state")));
    if (endpoint.action().equals("update") && from.isPresent()) {
      hooks.after(place, ConversationFields.ofState(resource, from.get()));
    }
  }

  /** Whether a conversation takes a message between two numbers. */
  public boolean take(String accountSid, String from, String to) {
    return participant(accountSid, from, to).isPresent() || address(accountSid, to).isPresent();
  }

  /** Puts a message that came in into its conversation, which may be a new one, unless a webhook refuses that. */
  public void receive(Resource message) {
    String from = message.text("from");
    String to = message.text("to");
    Optional<String> known = participant(message.accountSid(), from, to);
    Optional<String> participant = known.isPresent() ? known : begin(message);
    participant.ifPresent(place -> {
      String conversation = parent(parent(place));
      Map<String, Object> entry = resource(message.accountSid(), "IM");
      entry.put("conversation_sid", conversation.substring(conversation.lastIndexOf('/') + 1));
      entry.put("body", message.text("body"));
      entry.put("author", from);
      entry.put("participant_sid", place.substring(place.lastIndexOf('/') + 1));
      entry.put("index", store.list(conversation + "/Messages").size());
      add(conversation + "/Messages", "onMessageAdd", entry);
    });
  }

  /** Begins a conversation with a participant, and returns the place of that. */
  private Optional<String> begin(Resource message) {
    String account = message.accountSid();
    Map<?, ?> configured = objects(address(account, message.text("to")).orElseThrow().get("auto_creation"));
    Map<String, Object> binding = Map.of("type", "sms", "address", message.text("from"), "proxy_address", message.text("to"));
    Map<String, Object> conversation = resource(account, "CH");
    Object service = configured.get("conversation_service_sid");
    conversation.put("chat_service_sid", service == null ? "IS" + account.substring(2) : service);
    conversation.put("messaging_service_sid", null);
    conversation.put("friendly_name", null);
    conversation.put("unique_name", null);
    conversation.put("state", "active");
    conversation.put("messaging_binding", binding);
    conversation.put("message_body", message.text("body"));
    String collection = account + "@conversations.twilio.com/v1" + (service == null ? "" : "/Services/" + service)
        + "/Conversations";
    return add(collection, "onConversationAdd", conversation).flatMap(place -> {
      Map<String, Object> participant = resource(account, "MB");
      participant.put("conversation_sid", conversation.get("sid"));
      participant.put("messaging_binding", binding);
      return add(place + "/Participants", "onParticipantAdd", participant);
    });
  }

  /** Adds a resource with its webhooks, and returns its place, unless it is refused. */
  private Optional<String> add(String collection, String event, Map<String, Object> resource) {
    Map<String, Object> conversation = conversationOf(collection);
    return hooks.before(collection, new ConversationFields(event, "SMS", resource, conversation)).map(changes -> {
      changes.forEach((name, value) -> {
        if (CHANGEABLE.getOrDefault(event, Set.of()).contains(name)) {
          resource.put(name, value);
        }
      });
      store.add(collection, resource);
      hooks.after(collection, new ConversationFields(event + "ed", "SMS", resource, conversation));
      return collection + "/" + resource.get("sid");
    });
  }

  private static Map<String, Object> resource(String account, String prefix) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return new LinkedHashMap<>(Map.of("sid", Sids.next(prefix), "account_sid", account, "attributes", "{}", "date_created", now,
                                      "date_updated", now));
  }

  /** The place of the participant who has the pair of numbers in a conversation that is not closed. */
  private Optional<String> participant(String accountSid, String from, String to) {
    return store.all().entrySet().stream().filter(each -> each.getKey().startsWith(accountSid + "@conversations.twilio.com/")
        && each.getKey().contains("/Participants/")).filter(each -> {
          Map<?, ?> binding = objects(each.getValue().get("messaging_binding"));
          return from.equals(binding.get("address")) && to.equals(binding.get("proxy_address"))
              && !"closed".equals(conversationOf(each.getKey()).get("state"));
        }).map(Map.Entry::getKey).findFirst();
  }

  private Optional<Map<String, Object>> address(String accountSid, String to) {
    List<Map<String, Object>> all = store.list(accountSid + "@conversations.twilio.com/v1/Configuration/Addresses");
    return all.stream().filter(each -> to.equals(each.get("address"))
        && Boolean.parseBoolean(String.valueOf(objects(each.get("auto_creation")).get("enabled")))).findFirst();
  }

  /** The conversation that a place is in, or of itself. */
  private Map<String, Object> conversationOf(String place) {
    int start = place.indexOf("/Conversations/") + "/Conversations/".length();
    if (start < "/Conversations/".length()) {
      return Map.of();
    }
    int end = place.indexOf('/', start);
    return store.find(end < 0 ? place : place.substring(0, end)).orElse(Map.of());
  }

  private static Map<?, ?> objects(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String parent(String place) {
    return place.substring(0, place.lastIndexOf('/'));
  }
}
