package org.muletwilio.simulator.catalogue;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.resource.Form;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses values in forms that Twilio refuses, for endpoints that have answers of their own: numbers, booleans, dates and words,
 * with the codes of Twilio's error dictionary where it has one. What is missing, and most URLs, they check by themselves.
 */
final class FormCheck {

  private static final int INVALID = 20001;
  private static final int INVALID_METHOD = 21209;

  private static final Map<String, Integer> CODES = Map.of("Timeout", 21208, "SendDigits", 21206, "ValidityPeriod", 21624,
      "ScheduleType", 35112, "SendAt", 35113, "AnnounceUrl", 21205, "HoldUrl", 21205, "WaitUrl", 21609);
  /** Addresses that no endpoint checks by itself. */
  private static final Set<String> URLS = Set.of("AnnounceUrl", "HoldUrl", "WaitUrl", "ClientNotificationUrl");

  private final EndpointCatalogue catalogue;
  private final UrlRules urls;

  FormCheck(EndpointCatalogue catalogue, UrlRules urls) {
    this.catalogue = catalogue;
    this.urls = urls;
  }

  /** @throws ApiError if Twilio would refuse a value */
  void check(Endpoint endpoint, Form form) {
    for (Field parameter : endpoint.parameters()) {
      if (parameter.place() == ' ' && !endpoint.json()) {
        for (String value : form.all(parameter.name())) {
          // An empty text takes a value back
          if (!value.isEmpty() && !fits(parameter, value)) {
            throw ApiError.invalid(code(endpoint, parameter), "Invalid parameter " + parameter.name() + ": " + value);
          }
        }
      }
    }
  }

  private boolean fits(Field parameter, String value) {
    ValueType type = parameter.type();
    boolean fits = switch (type.letter()) {
      case 'i', 'n', 'b' -> ValueCheck.isPlain(type, value);
      case 'e' -> catalogue.words(type).stream().anyMatch(value::equalsIgnoreCase);
      case 't', 'd' -> ValueCheck.isDate(type, value);
      default -> !URLS.contains(parameter.name()) || urls.accept(value);
    };
    return fits && DocumentedValues.allow(parameter.name(), value);
  }

  private static int code(Endpoint endpoint, Field parameter) {
    boolean method = endpoint.collection().equals("Calls") && parameter.name().toLowerCase(Locale.ROOT).endsWith("method");
    return method ? INVALID_METHOD : CODES.getOrDefault(parameter.name(), INVALID);
  }
}
