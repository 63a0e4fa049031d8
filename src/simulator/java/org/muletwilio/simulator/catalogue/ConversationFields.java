package org.muletwilio.simulator.catalogue;

import static org.muletwilio.simulator.catalogue.AssignmentFields.text;

import org.muletwilio.simulator.api.Json;
import org.muletwilio.simulator.resource.Form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a webhook of Conversations tells. Twilio: Conversations Webhooks.
 *
 * @param event such as onMessageAdd; of what has not happened yet, neither SID nor dates are known
 */
record ConversationFields(String event, String source, Map<String, Object> resource, Map<String, Object> conversation) {

  private static final String STATE_UPDATED = "onConversationStateUpdated";
  private static final Map<String, String> BINDING = new LinkedHashMap<>();

  static {
    BINDING.put("proxy_address", "MessagingBinding.ProxyAddress");
    BINDING.put("address", "MessagingBinding.Address");
    BINDING.put("projected_address", "MessagingBinding.ProjectedAddress");
    BINDING.put("type", "MessagingBinding.Type");
  }

  /** That a conversation has another state. */
  static ConversationFields ofState(Map<String, Object> conversation, String from) {
    Map<String, Object> changed = new LinkedHashMap<>(conversation);
    changed.put("state_from", from);
    changed.put("state_to", conversation.get("state"));
    changed.put("state_updated", conversation.get("date_updated"));
    changed.put("reason", "API");
    return new ConversationFields(STATE_UPDATED, "API", changed, conversation);
  }

  Form form() {
    Form fields = Form.of("AccountSid", text(resource, "account_sid"), "EventType", event, "Source", source);
    if (event.equals(STATE_UPDATED)) {
      return fields.with("ConversationSid", text(resource, "sid"))
          .plus(texts("ChatServiceSid", "MessagingServiceSid", "StateUpdated", "StateFrom", "StateTo", "Reason"));
    }
    if (event.startsWith("onConversation")) {
      return fields.plus(ofConversation());
    }
    if (event.startsWith("onUser")) {
      return fields.with("ChatServiceSid", text(resource, "chat_service_sid")).plus(own("UserSid"))
          .plus(texts("Identity", "RoleSid", "Attributes", "FriendlyName"));
    }
    fields = fields.with("ConversationSid", text(conversation, "sid"));
    if (event.startsWith("onParticipant")) {
      return fields.plus(own("ParticipantSid")).plus(texts("Identity", "RoleSid", "Attributes")).plus(binding(resource));
    }
    return fields.plus(own("MessageSid")).plus(event.endsWith("Add") ? Form.EMPTY : texts("Index"))
        .plus(event.equals("onMessageAdded") ? Form.of("MessagingServiceSid", text(conversation, "messaging_service_sid"))
            : Form.EMPTY)
        .with("Body", text(resource, "body")).with("Author", text(resource, "author")).plus(texts("ParticipantSid", "Attributes"))
        .with("Media", Optional.ofNullable(resource.get("media")).map(Json::write));
  }

  private Form ofConversation() {
    Form fields = own("ConversationSid").plus(texts("FriendlyName", "UniqueName", "Attributes", "ChatServiceSid",
        "MessagingServiceSid"));
    return event.startsWith("onConversationAdd")
        ? fields.plus(binding(resource)).plus(texts("MessageBody", "State")) : fields.plus(texts("State"));
  }

  /** The resource's SID and dates. */
  private Form own(String name) {
    if (event.endsWith("Add")) {
      return Form.EMPTY;
    }
    List<String> dates = event.endsWith("Added") ? List.of("DateCreated")
        : event.endsWith("Removed") ? List.of("DateCreated", "DateUpdated", "DateRemoved") : List.of("DateCreated",
            "DateUpdated");
    return Form.of(name, text(resource, "sid")).plus(texts(dates.toArray(new String[0])));
  }

  /** Those of the properties that have a value. */
  private Form texts(String... names) {
    Form fields = Form.EMPTY;
    for (String name : names) {
      fields = fields.with(name, Optional.of(text(resource, Field.answered(name))).filter(value -> !value.isEmpty()));
    }
    return fields;
  }

  private static Form binding(Map<String, Object> resource) {
    Form fields = Form.EMPTY;
    if (resource.get("messaging_binding") instanceof Map<?, ?> binding) {
      for (Map.Entry<String, String> name : BINDING.entrySet()) {
        fields = fields.with(name.getValue(), Optional.ofNullable(binding.get(name.getKey())).map(String::valueOf));
      }
    }
    return fields;
  }
}
