package org.muletwilio.simulator.resource;

import static java.util.Collections.unmodifiableMap;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message, a call … as it is now, with the API's names of its properties. Immutable.
 *
 * @param properties in the order in which the API writes them
 */
public record Resource(Map<String, Object> properties) {

  public Resource {
    properties = unmodifiableMap(new LinkedHashMap<>(properties));
  }

  public String sid() {
    return text("sid");
  }

  public String accountSid() {
    return text("account_sid");
  }

  public String status() {
    return text("status");
  }

  /** A property as text, empty if it is null or unknown. */
  public String text(String name) {
    Object value = properties.get(name);
    return value == null ? "" : value.toString();
  }

  /** This resource without some of its properties. */
  public Resource without(String... names) {
    Map<String, Object> changed = new LinkedHashMap<>(properties);
    changed.keySet().removeAll(List.of(names));
    return new Resource(changed);
  }

  public Resource with(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(properties);
    changed.put(name, value);
    return new Resource(changed);
  }

  /** This resource with a new date_updated. */
  Resource updated() {
    return with("date_updated", Dates.rfc2822(Instant.now()));
  }
}
