package org.muletwilio.internal.operation;

import static java.util.Arrays.stream;
import static java.util.stream.Collectors.toList;
import static org.muletwilio.internal.error.TwilioError.INVALID_REQUEST;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.muletwilio.api.parameter.Switch;
import org.muletwilio.internal.error.TwilioException;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Twilio's words for the values of a parameter. */
public final class TwilioEnums {

  private TwilioEnums() {}

  /**
   * @param value the value, or null
   * @param name gives Twilio's word for it
   * @return the word, or null
   */
  public static <T> String of(T value, Function<T, String> name) {
    return value == null ? null : name.apply(value);
  }

  /** @return whether it is to be on, or null where nothing is said */
  public static Boolean flag(Switch value) {
    return value == null ? null : Boolean.valueOf(value.getTwilioName());
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param parameter the events' name in XML
   * @param events what is to be reported, or null for Twilio's choice; an expression that makes a list brings texts for constants
   * @param type the events' type
   * @param name gives Twilio's word for an event
   * @param callback the address that hears about them
   * @return the words, or null
   */
  public static <T extends Enum<T>> List<String> ofEvents(String operation, String parameter, List<?> events, Class<T> type,
                                                          Function<T, String> name, Optional<URI> callback) {
    if (events == null || events.isEmpty()) {
      return null;
    }
    requireThat(callback.isPresent(), operation, parameter + " is " + events + ", but no flow or URL is to hear about it");
    return events.stream().map(event -> name.apply(constant(operation, parameter, event, type))).distinct().collect(toList());
  }

  private static <T extends Enum<T>> T constant(String operation, String parameter, Object event, Class<T> type) {
    return stream(type.getEnumConstants()).filter(each -> each.name().equals(String.valueOf(event))).findFirst()
        .orElseThrow(() -> new TwilioException(INVALID_REQUEST, operation + ": " + parameter + " holds '" + event
            + "': there are " + Arrays.toString(type.getEnumConstants())));
  }
}
