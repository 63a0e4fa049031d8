package org.muletwilio.simulator.event;

import org.muletwilio.simulator.resource.Resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The events that the simulator tells of, of the many that Twilio has. */
public final class EventTypes {

  /** A message changed its status to what follows. */
  public static final String MESSAGE = "com.twilio.messaging.message.";
  /** A message came in. */
  public static final String INBOUND_MESSAGE = "com.twilio.messaging.inbound-message.received";

  public static final List<String> ALL = Stream.concat(Stream.of("queued", "sent", "delivered", "undelivered", "failed", "read")
      .map(MESSAGE::concat), Stream.of(INBOUND_MESSAGE)).toList();

  private EventTypes() {}

  /** Those that a subscription is for. */
  public static List<String> of(Resource subscription) {
    return ((List<?>) subscription.properties().get("types")).stream().map(String::valueOf).toList();
  }

  /** As the API lists them. */
  public static List<Resource> resources() {
    return ALL.stream().map(type -> {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("sid", type);
      properties.put("type", type);
      properties.put("schema_id", type.contains(".inbound-message.") ? "Messaging.InboundMessageV1" : "Messaging.MessageStatus");
      properties.put("description", type.substring("com.twilio.".length()));
      properties.put("status", "active");
      return new Resource(properties);
    }).toList();
  }
}
