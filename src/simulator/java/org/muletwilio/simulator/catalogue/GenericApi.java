package org.muletwilio.simulator.catalogue;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRequest;
import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.resource.Account;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Sids;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers any endpoint of Twilio's API that has no answers of its own here: checks what Twilio requires, and creates, shows,
 * lists, changes and deletes resources. Verify's codes are checked, and TaskRouter's tasks assigned. What else Twilio does with
 * resources does not happen.
 */
public final class GenericApi {

  private static final String ACCOUNT = "AccountSid";
  private static final int INVALID = 20001;

  private final GenericStore store = new GenericStore();
  private final OneTimeCodes codes;
  private final Assignments assignments;
  private EndpointCatalogue catalogue;

  /** @param sender asks what to do with a task */
  public GenericApi(CallbackSender sender, SimulatorThreads threads) {
    codes = new OneTimeCodes(store, threads.clock());
    assignments = new Assignments(store, sender, threads);
  }

  /** The answer, or empty where Twilio has no such endpoint. */
  public Optional<ApiAnswer> answer(Account account, ApiRequest request) {
    return catalogue().find(request.header("X-Forwarded-Host").filter(host -> host.endsWith(".twilio.com")), request.method(),
                            request.path()).map(endpoint -> answer(account, request, endpoint));
  }

  private synchronized EndpointCatalogue catalogue() {
    if (catalogue == null) {
      catalogue = EndpointCatalogue.load();
    }
    return catalogue;
  }

  private ApiAnswer answer(Account account, ApiRequest request, Endpoint endpoint) {
    Map<String, String> variables = endpoint.match(EndpointCatalogue.segments(request.path())).orElseThrow();
    if (!variables.getOrDefault(ACCOUNT, account.sid()).equals(account.sid())) {
      throw ApiError.authenticate();
    }
    check(endpoint, request);
    String place = account.sid() + "@" + endpoint.host() + withoutFormat(request.path());
    switch (endpoint.action()) {
      case "create":
        return create(place, request, endpoint, created(account, request, endpoint, variables));
      case "delete":
        if (!store.remove(place)) {
          throw ApiError.notFound(request.path());
        }
        return ApiAnswer.noContent();
      case "list":
        return GenericPage.of(endpoint, request, store.list(place));
      case "update":
        if (Assignments.isReservation(endpoint)) {
          assignments.update(place, request.form());
        }
        return ApiAnswer.json(200, store.update(place, () -> first(account, request, endpoint, variables),
                                                given(endpoint, request.form())));
      default:
        return ApiAnswer.json(200, store.find(place).orElseGet(() -> first(account, request, endpoint, variables)));
    }
  }

  private ApiAnswer create(String place, ApiRequest request, Endpoint endpoint, Map<String, Object> created) {
    if (OneTimeCodes.isStart(endpoint)) {
      return codes.start(place, request.form(), created);
    }
    if (OneTimeCodes.isCheck(endpoint)) {
      return codes.check(place, request.path(), request.form(), created);
    }
    return ApiAnswer.json(201, Assignments.isTask(endpoint) ? assignments.create(place, created) : store.add(place, created));
  }

  /** What there is one of, such as a configuration, is there from the beginning. */
  private static Map<String, Object> first(Account account, ApiRequest request, Endpoint endpoint,
      Map<String, String> variables) {
    if (endpoint.isOfOne()) {
      throw ApiError.notFound(request.path());
    }
    return created(account, request, endpoint, variables);
  }

  private static void check(Endpoint endpoint, ApiRequest request) {
    if (endpoint.json()) {
      return;
    }
    for (Field parameter : endpoint.parameters()) {
      Form values = parameter.place() == '?' ? request.query() : request.form();
      List<String> given = parameter.place() == '#' ? request.header(parameter.name()).map(List::of).orElse(List.of())
          : values.all(parameter.name());
      if (parameter.required() && given.isEmpty()) {
        throw ApiError.invalid(INVALID, "Missing required parameter " + parameter.name() + " in the post body");
      }
      given.stream().map(parameter::reasonAgainst).flatMap(Optional::stream).findFirst().ifPresent(reason -> {
        throw ApiError.invalid(INVALID, reason);
      });
    }
  }

  private static Map<String, Object> created(Account account, ApiRequest request, Endpoint endpoint,
      Map<String, String> variables) {
    Map<String, Object> known = new LinkedHashMap<>();
    String sid = Sids.next(SidPrefixes.of(endpoint));
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    variables.forEach((name, value) -> known.put(Field.answered(name), value));
    known.putAll(given(endpoint, request.form()));
    known.put("sid", sid);
    known.put("account_sid", account.sid());
    known.put("date_created", now);
    known.put("date_updated", now);
    known.put("url", "https://" + endpoint.host() + request.path() + "/" + sid);
    Map<String, Object> properties = new LinkedHashMap<>();
    endpoint.result().forEach(field -> properties.put(field.name(), known.get(field.name())));
    properties.put("sid", sid);
    return properties;
  }

  private static Map<String, Object> given(Endpoint endpoint, Form form) {
    Map<String, Object> given = new LinkedHashMap<>();
    endpoint.parameters().forEach(parameter -> {
      List<String> values = form.all(parameter.name());
      if (!values.isEmpty()) {
        given.put(Field.answered(parameter.name()), parameter.type().endsWith("*") ? values : parameter.valueOf(values.get(0)));
      }
    });
    return given;
  }

  private static String withoutFormat(String path) {
    return path.endsWith(".json") ? path.substring(0, path.length() - ".json".length()) : path;
  }
}
