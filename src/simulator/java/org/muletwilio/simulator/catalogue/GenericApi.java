package org.muletwilio.simulator.catalogue;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRequest;
import org.muletwilio.simulator.api.JsonReader;
import org.muletwilio.simulator.callback.CallbackSender;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.resource.Account;
import org.muletwilio.simulator.thread.SimulatorThreads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers any endpoint of Twilio's API that has no answers of its own here: checks what Twilio requires, and creates, shows,
 * lists, changes and deletes resources. What no request can make is there, under every name, until it is deleted. Verify's
 * codes are checked, TaskRouter's tasks assigned, and the webhooks of Conversations called. What else Twilio does with resources
 * does not happen.
 */
public final class GenericApi {

  private static final String ACCOUNT = "AccountSid";
  /** Where the endpoints are that have answers of their own. */
  private static final List<String> HOSTS = List.of("api.twilio.com", "messaging.twilio.com", "events.twilio.com");

  private final GenericStore store = new GenericStore();
  private final UrlRules urls;
  private final OneTimeCodes codes;
  private final Assignments assignments;
  private final Conversations conversations;
  private final Map<String, Optional<Endpoint>> own = new ConcurrentHashMap<>();

  /**
   * @param urls which callback URLs are accepted
   * @param sender asks what to do with a task
   */
  public GenericApi(UrlRules urls, CallbackSender sender, SimulatorThreads threads) {
    this.urls = urls;
    codes = new OneTimeCodes(store, threads.clock());
    assignments = new Assignments(store, sender, threads);
    conversations = new Conversations(store, sender, threads);
  }

  /** The conversations that take messages. */
  public Conversations conversations() {
    return conversations;
  }

  /** What requests have made. */
  public GenericStore store() {
    return store;
  }

  /** The answer, or empty where Twilio has no such endpoint. */
  public Optional<ApiAnswer> answer(Account account, ApiRequest request) {
    EndpointCatalogue all = EndpointCatalogue.get();
    return all.find(request.header("X-Forwarded-Host").filter(host -> host.endsWith(".twilio.com")), request.method(), request
        .path())
        .map(endpoint -> new Exchange(all, account, request, endpoint).answer());
  }

  /**
   * Checks the values of a request to an endpoint that has answers of its own.
   *
   * @param template its path, with variables in braces
   * @throws ApiError if Twilio would refuse one
   */
  public void checkForm(String template, ApiRequest request) {
    if (request.form().fields().isEmpty()) {
      return;
    }
    EndpointCatalogue all = EndpointCatalogue.get();
    own.computeIfAbsent(request.method() + " " + template, key -> HOSTS.stream()
        .flatMap(host -> all.find(Optional.of(host), request.method(), request.path()).stream()).findFirst())
        .ifPresent(endpoint -> new FormCheck(all, urls).check(endpoint, request.form()));
  }

  /** One request to one endpoint. */
  private final class Exchange {

    private final EndpointCatalogue all;
    private final GenericResources resources;
    private final Account account;
    private final ApiRequest request;
    private final Endpoint endpoint;
    private final Map<String, String> variables;
    private final Map<String, Object> body;
    private final String place;

    Exchange(EndpointCatalogue all, Account account, ApiRequest request, Endpoint endpoint) {
      this.all = all;
      this.account = account;
      this.request = request;
      this.endpoint = endpoint;
      resources = new GenericResources(all);
      variables = endpoint.match(EndpointCatalogue.segments(request.path())).orElseThrow();
      body = endpoint.json() && !request.body().isBlank() ? JsonReader.object(request.body()) : Map.of();
      place = assignments.placeOf(endpoint, account.sid() + "@" + endpoint.host() + withoutFormat(request.path()));
    }

    ApiAnswer answer() {
      if (!variables.getOrDefault(ACCOUNT, account.sid()).equals(account.sid())) {
        throw ApiError.authenticate();
      }
      new ValueCheck(all, urls).check(endpoint, request, body);
      switch (endpoint.action()) {
        case "create":
          return create();
        case "delete":
          delete();
          return ApiAnswer.noContent();
        case "list":
          return GenericPage.of(endpoint, request, list());
        case "update":
          return ApiAnswer.json(200, GenericResources.view(endpoint, update()));
        default:
          return ApiAnswer.json(200, GenericResources.view(endpoint, store.find(place).orElseGet(this::first)));
      }
    }

    private ApiAnswer create() {
      Map<String, Object> created = created();
      if (OneTimeCodes.isStart(endpoint)) {
        return codes.start(place, request.form(), created);
      }
      if (OneTimeCodes.isCheck(endpoint)) {
        return codes.check(place, request.path(), request.form(), created);
      }
      if (Assignments.isTask(endpoint)) {
        return ApiAnswer.json(201, GenericResources.view(endpoint, assignments.create(place, created)));
      }
      boolean here = all.ofOne(endpoint).filter(one -> one.place().equals(endpoint.place())).isPresent();
      String own = here ? place : place + "/" + created.values().iterator().next();
      store.put(own, created);
      done(own, created, Optional.empty());
      return ApiAnswer.json(201, GenericResources.view(endpoint, created));
    }

    private Map<String, Object> created() {
      int number = store.list(place).size();
      Map<String, Object> created = resources.create(account, request, endpoint, variables, body, number);
      conversations.complete(endpoint, created, number);
      return created;
    }

    private List<?> list() {
      List<Map<String, Object>> all = assignments.listed(endpoint, place, store.list(place));
      boolean namesAlone = endpoint.result().size() == 1 && endpoint.listKey().filter(endpoint.result().get(0).name()::equals)
          .isPresent();
      return namesAlone ? all.stream().map(each -> each.values().iterator().next()).toList()
          : all.stream().map(each -> GenericResources.view(endpoint, each)).toList();
    }

    private Map<String, Object> update() {
      if (Assignments.isReservation(endpoint)) {
        assignments.update(place, request.form());
      }
      Optional<Map<String, Object>> before = store.find(place);
      Map<String, Object> changed =
          store.update(place, this::first, resources.given(endpoint, request.form(), body, all.shown(endpoint)));
      done(place, changed, before);
      return changed;
    }

    private void delete() {
      boolean there = isThere();
      store.find(place).ifPresent(each -> done(place, each, Optional.empty()));
      if (there) {
        store.delete(place);
      }
      if (!there && !store.remove(place)) {
        throw ApiError.notFound(request.path());
      }
    }

    private void done(String own, Map<String, Object> resource, Optional<Map<String, Object>> before) {
      if (Conversations.areAbout(endpoint)) {
        conversations.done(endpoint, request, own, resource, before);
      }
    }

    /** What is there from the beginning. */
    private Map<String, Object> first() {
      if (!isThere()) {
        throw ApiError.notFound(request.path());
      }
      return created();
    }

    private boolean isThere() {
      return !all.isMade(endpoint) && !Assignments.isReservation(endpoint) && !store.isDeleted(place);
    }
  }

  private static String withoutFormat(String path) {
    return path.endsWith(EndpointCatalogue.FORMAT) ? path.substring(0, path.length() - EndpointCatalogue.FORMAT.length()) : path;
  }
}
