package org.muletwilio.simulator.catalogue;

import org.muletwilio.simulator.api.ApiRequest;
import org.muletwilio.simulator.resource.Account;
import org.muletwilio.simulator.resource.Dates;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Sids;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a resource holds that a request makes or changes, and what an answer shows of it. */
final class GenericResources {

  private static final String CLASSIC = "api.twilio.com";
  private static final List<String> CREATED = List.of("date_created", "date_updated", "createdAt", "updatedAt");

  private final EndpointCatalogue catalogue;

  GenericResources(EndpointCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A new resource: everything that answers show of such a one, null where nothing is known.
   *
   * @param body that of a request with JSON; empty for one with a form
   * @param number of resources that are there already
   */
  Map<String, Object> create(Account account, ApiRequest request, Endpoint endpoint, Map<String, String> variables,
                             Map<String, Object> body, int number) {
    Set<String> shown = catalogue.shown(endpoint);
    String id = idName(endpoint, shown);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> known = new LinkedHashMap<>();
    variables.forEach((name, value) -> known.put(Field.canonical(name), value));
    CREATED.forEach(name -> known.put(Field.canonical(name), endpoint.host().equals(CLASSIC) ? Dates.rfc2822(now) : now
        .toString()));
    given(endpoint, request.form(), body, shown).forEach((name, value) -> known.put(Field.canonical(name), value));
    known.put("accountsid", account.sid());
    known.put("accountid", account.sid());
    if (known.get(Field.canonical(id)) == null || id.equals("sid")) {
      known.put(Field.canonical(id), endpoint.lastVariable().filter(last -> !endpoint.action().equals("create"))
          .map(variables::get).map(Object.class::cast).orElseGet(() -> id.equals("index") ? number : Sids.next(SidPrefixes
              .of(endpoint))));
    }
    String path = request.path().endsWith(EndpointCatalogue.FORMAT)
        ? request.path().substring(0, request.path().length() - EndpointCatalogue.FORMAT.length()) : request.path();
    String own = endpoint.lastVariable().isPresent() && !endpoint.action().equals("create") ? path : path + "/" + known.get(Field
        .canonical(id));
    known.putIfAbsent("url", "https://" + endpoint.host() + own);
    known.put("uri", own + EndpointCatalogue.FORMAT);
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put(id, known.get(Field.canonical(id)));
    shown.forEach(name -> resource.put(name, known.get(Field.canonical(name))));
    return resource;
  }

  /** The name of the property by which a path names the resource. */
  private String idName(Endpoint endpoint, Set<String> shown) {
    Optional<String> variable = endpoint.action().equals("create") ? catalogue.ofOne(endpoint).flatMap(Endpoint::lastVariable)
        : endpoint.lastVariable();
    Optional<String> own = variable.flatMap(name -> shown.stream()
        .filter(each -> Field.canonical(each).equals(Field.canonical(name))).findFirst());
    return own.orElse(shown.contains("sid") || !shown.contains("id") ? "sid" : "id");
  }

  /** What a request gives, by the names that answers have; a name with a dot is that of a field of an object. */
  Map<String, Object> given(Endpoint endpoint, Form form, Map<String, Object> body, Set<String> shown) {
    Map<String, Object> given = new LinkedHashMap<>(body);
    endpoint.parameters().stream().filter(parameter -> !endpoint.json() && parameter.place() == ' ').forEach(parameter -> {
      List<String> values = form.all(parameter.name());
      if (!values.isEmpty()) {
        put(given, parameter.name(), parameter.type().lists() > 0 ? values : valueOf(parameter.type(), values.get(0)), shown);
      }
    });
    return given;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> into, String name, Object value, Set<String> shown) {
    int dot = name.indexOf('.');
    String outer = dot < 0 ? "" : Field.answered(name.substring(0, dot));
    if (shown.contains(outer)) {
      ((Map<String, Object>) into.computeIfAbsent(outer, key -> new LinkedHashMap<String, Object>()))
          .put(Field.answered(name.substring(dot + 1)), value);
    } else {
      into.put(Field.answered(name), value);
    }
  }

  /** A text as JSON has it. */
  private static Object valueOf(ValueType type, String text) {
    return text.isEmpty() && type.letter() != 's' ? null : switch (type.letter()) {
      case 'i' -> (Object) Long.valueOf(text);
      case 'n' -> (Object) Double.valueOf(text);
      case 'b' -> (Object) Boolean.valueOf(text);
      default -> text;
    };
  }

  /** What an endpoint's answer shows of a resource. */
  static Map<String, Object> view(Endpoint endpoint, Map<String, Object> resource) {
    if (endpoint.result().isEmpty()) {
      return resource;
    }
    Map<String, Object> view = new LinkedHashMap<>();
    endpoint.result().forEach(field -> view.put(field.name(), resource.get(field.name())));
    return view;
  }
}
