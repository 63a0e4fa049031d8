package org.muletwilio.simulator.callback;

import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where and how Twilio calls back, and about what.
 *
 * @param url as the user gave it
 * @param method GET or POST
 * @param events those that are wanted
 */
public record CallbackTarget(String url, String method, Set<String> events) {

  public CallbackTarget {
    method = method.equalsIgnoreCase("GET") ? "GET" : "POST";
    events = Set.copyOf(events);
  }

  public static CallbackTarget of(String url, String method) {
    return new CallbackTarget(url, method, Set.of());
  }

  /** Reads a parameter such as StatusCallback with its Method and Event. */
  public static Optional<CallbackTarget> withEvents(Form form, String name, String... defaultEvents) {
    return of(form, name, name + "Method").map(target -> {
      Set<String> events = new LinkedHashSet<>();
      form.all(name + "Event").forEach(value -> events.addAll(List.of(value.trim().split(" +"))));
      events.remove("");
      return new CallbackTarget(target.url, target.method, events.isEmpty() ? Set.of(defaultEvents) : events);
    });
  }

  /** Reads a parameter such as Url with its method in another. */
  public static Optional<CallbackTarget> of(Form form, String name, String methodName) {
    return form.filled(name).map(url -> of(url, form.filled(methodName).orElse("POST")));
  }

  /** Reads a resource's property such as voice_url with its method in another. */
  public static Optional<CallbackTarget> of(Resource resource, String name, String methodName) {
    return Optional.of(resource.text(name)).filter(url -> !url.isEmpty()).map(url -> of(url, resource.text(methodName)));
  }

  public boolean wants(String event) {
    return events.contains(event);
  }
}
