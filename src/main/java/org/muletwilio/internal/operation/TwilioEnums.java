package org.muletwilio.internal.operation;

import static java.util.Arrays.stream;
import static java.util.stream.Collectors.toList;
import static org.muletwilio.internal.error.TwilioError.INVALID_REQUEST;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.muletwilio.api.parameter.Switch;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.error.TwilioException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Twilio's names for the values of a parameter. */
public final class TwilioEnums {

  private TwilioEnums() {}

  /**
   * @param value the value, or null
   * @param name gives Twilio's name for it
   * @return the name, or null
   */
  public static <T> String of(T value, Function<T, String> name) {
    return value == null ? null : name.apply(value);
  }

  /** @return whether it is switched on, or null where it is left as it is */
  public static Boolean flag(Switch value) {
    return value == null ? null : Boolean.valueOf(value.getTwilioName());
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param parameter the events' name in XML
   * @param events what is to be reported, or null for Twilio's choice; a list made by an expression holds texts, not constants
   * @param type the events' type
   * @param name gives Twilio's name for an event
   * @param callback the URL to which they are reported
   * @return the names, or null
   */
  public static <T extends Enum<T>> List<String> ofEvents(String operation, String parameter, List<?> events, Class<T> type,
                                                          Function<T, String> name, Optional<String> callback) {
    if (events == null || events.isEmpty()) {
      return null;
    }
    requireThat(callback.isPresent(), operation, parameter + " is " + Excerpt.of(events.toString())
        + ", but there is no flow or URL to report it to");
    return events.stream().map(event -> name.apply(constant(operation, parameter, event, type))).distinct().collect(toList());
  }

  private static <T extends Enum<T>> T constant(String operation, String parameter, Object event, Class<T> type) {
    return stream(type.getEnumConstants()).filter(each -> each.name().equals(String.valueOf(event))).findFirst()
        .orElseThrow(() -> new TwilioException(INVALID_REQUEST, operation + ": " + parameter + " holds '"
            + Excerpt.of(String.valueOf(event)) + "': it must be one of " + Arrays.toString(type.getEnumConstants())));
  }
}
