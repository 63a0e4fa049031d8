package org.muletwilio.internal.operation;

import static java.util.stream.Collectors.toList;
import static org.muletwilio.internal.operation.Checks.requireThat;

import org.muletwilio.api.parameter.Switch;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Twilio's words for the values of a parameter. */
final class TwilioNames {

  private TwilioNames() {}

  /**
   * @param value the value, or null
   * @param name gives Twilio's word for it
   * @return the word, or null
   */
  static <T> String of(T value, Function<T, String> name) {
    return value == null ? null : name.apply(value);
  }

  /** @return whether it is to be on, or null where nothing is said */
  static Boolean flag(Switch value) {
    return value == null ? null : Boolean.valueOf(value.getTwilioName());
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param parameter the events' name in XML
   * @param events what is to be reported, or null for Twilio's choice
   * @param name gives Twilio's word for an event
   * @param callback the address that hears about them
   * @return the words, or null
   */
  static <T> List<String> ofEvents(String operation, String parameter, List<T> events, Function<T, String> name,
                                   Optional<URI> callback) {
    if (events == null || events.isEmpty()) {
      return null;
    }
    requireThat(callback.isPresent(), operation, parameter + " is " + events + ", but no flow or URL is to hear about it");
    requireThat(events.stream().allMatch(Objects::nonNull), operation, parameter + " holds a null: " + events);
    return events.stream().map(name).distinct().collect(toList());
  }
}
