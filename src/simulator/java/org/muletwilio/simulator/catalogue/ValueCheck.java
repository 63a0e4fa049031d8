package org.muletwilio.simulator.catalogue;

import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRequest;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.resource.Form;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what is missing in a request, and values that are not of their type. Parameters that nobody knows pass, as Twilio lets
 * them.
 */
final class ValueCheck {

  private static final int INVALID = 20001;

  private final EndpointCatalogue catalogue;
  private final UrlRules urls;

  ValueCheck(EndpointCatalogue catalogue, UrlRules urls) {
    this.catalogue = catalogue;
    this.urls = urls;
  }

  /**
   * @param body that of a request with JSON; empty for one with a form
   * @throws ApiError if Twilio would refuse the request
   */
  void check(Endpoint endpoint, ApiRequest request, Map<String, Object> body) {
    for (Field parameter : endpoint.parameters()) {
      if (endpoint.json() && parameter.place() == ' ') {
        checkMember(parameter.name(), parameter, body);
      } else {
        checkTexts(parameter, texts(parameter, request));
      }
    }
  }

  private static List<String> texts(Field parameter, ApiRequest request) {
    if (parameter.place() == '#') {
      return request.header(parameter.name()).map(List::of).orElse(List.of());
    }
    Form form = parameter.place() == '?' ? request.query() : request.form();
    return form.all(parameter.name());
  }

  private void checkTexts(Field parameter, List<String> given) {
    if (parameter.required() && given.isEmpty()) {
      throw missing(parameter.name());
    }
    ValueType type = parameter.type();
    for (String value : given) {
      // An empty text takes a value back
      boolean fits = value.isEmpty() && !parameter.required() || switch (type.letter()) {
        case 'i', 'n', 'b' -> isPlain(type, value);
        default -> isText(parameter, type, value);
      };
      if (!fits) {
        throw invalid(parameter.name(), value);
      }
    }
  }

  private void checkMember(String path, Field field, Map<?, ?> object) {
    Object value = object.get(field.name());
    if (value != null) {
      checkJson(path, field, field.type(), value);
    } else if (field.required()) {
      throw missing(path);
    }
  }

  private void checkJson(String path, Field field, ValueType type, Object value) {
    if (type.lists() > 0) {
      if (!(value instanceof List<?> entries)) {
        throw invalid(path, "it must be a list");
      }
      for (int i = 0; i < entries.size(); i++) {
        checkJson(path + "[" + i + "]", field, type.entry(), entries.get(i));
      }
      return;
    }
    if (type.letter() == 'r' && value instanceof Map<?, ?> object) {
      catalogue.fields(type).forEach(member -> checkMember(path + "." + member.name(), member, object));
      return;
    }
    boolean fits = switch (type.letter()) {
      case 'o' -> true;
      case 'i' -> value instanceof Long;
      case 'n' -> value instanceof Number;
      case 'b' -> value instanceof Boolean;
      case 'r' -> false;
      default -> value instanceof String text && isText(field, type, text);
    };
    if (!fits) {
      throw invalid(path, String.valueOf(value));
    }
  }

  private boolean isText(Field field, ValueType type, String value) {
    return switch (type.letter()) {
      case 'e' -> catalogue.words(type).contains(value);
      case 't', 'd' -> isDate(type, value);
      case 'u' -> isUri(value) && (!field.callback() || urls.accept(value));
      default -> !field.callback() || urls.accept(value);
    };
  }

  /** Whether a text is a number or a boolean. */
  static boolean isPlain(ValueType type, String value) {
    return switch (type.letter()) {
      case 'i' -> value.matches("-?\\d{1,18}");
      case 'n' -> value.matches("-?\\d{1,18}(\\.\\d{1,18})?");
      default -> Set.of("true", "false").contains(value.toLowerCase(Locale.ROOT));
    };
  }

  /** Whether a text is a date, with a time where the type has one. */
  static boolean isDate(ValueType type, String value) {
    return type.letter() == 'd' ? isDate(() -> LocalDate.parse(value))
        : isDate(() -> OffsetDateTime.parse(value)) || isDate(() -> LocalDateTime.parse(value));
  }

  private static boolean isDate(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isUri(String value) {
    try {
      new URI(value);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static ApiError missing(String name) {
    return ApiError.invalid(INVALID, "Missing required parameter " + name + " in the post body");
  }

  private static ApiError invalid(String name, String value) {
    return ApiError.invalid(INVALID, "Invalid parameter " + name + ": " + value);
  }
}
