package org.muletwilio.simulator.message;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for with a message and its resource doesn't show.
 *
 * @param statusCallback where its statuses go
 * @param sendAt when it is sent, if it was scheduled
 * @param media where its media are
 */
public record MessageSettings(Optional<String> statusCallback, Optional<Instant> sendAt, List<String> media) {

  /** Whether there is anything. */
  public boolean isEmpty() {
    return statusCallback.isEmpty() && sendAt.isEmpty() && media.isEmpty();
  }

  /** What JSON has of them. */
  public Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    statusCallback.ifPresent(url -> properties.put("statusCallback", url));
    sendAt.ifPresent(date -> properties.put("sendAt", date.toString()));
    properties.put("media", media);
    return properties;
  }

  /** @throws IllegalArgumentException if it isn't what {@link #properties} makes */
  public static MessageSettings of(Map<?, ?> properties) {
    try {
      List<String> media =
          properties.get("media") instanceof List<?> urls ? urls.stream().map(String::valueOf).toList() : List.of();
      return new MessageSettings(text(properties, "statusCallback"), text(properties, "sendAt").map(Instant::parse), media);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("sendAt is not a date: " + properties.get("sendAt"), e);
    }
  }

  private static Optional<String> text(Map<?, ?> properties, String name) {
    return Optional.ofNullable(properties.get(name)).map(String::valueOf);
  }
}
