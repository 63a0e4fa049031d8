package org.muletwilio.simulator.api;

import org.muletwilio.simulator.resource.Account;
import org.muletwilio.simulator.resource.Form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Finds what answers a path such as {@code /2010-04-01/Accounts/{account}/Messages/{sid}.json}. Twilio's newer APIs have hosts of
 * their own; here all share one, as their paths differ.
 */
public final class ApiRouter {

  /** A request, its account, and the variables of its path. */
  public record Call(Account account, ApiRequest request, Map<String, String> variables) {

    public String variable(String name) {
      return variables.get(name);
    }

    public Form form() {
      return request.form();
    }

    public ApiError notFound() {
      return ApiError.notFound(request.path());
    }
  }

  /** Answers a request. */
  public interface Handler {

    ApiAnswer answer(Call call);
  }

  private record Endpoint(String method, String path, List<String> segments, Handler handler) {

    private boolean isOfAccount() {
      return segments.equals(ApiRouter.segments(ACCOUNT + FORMAT));
    }
  }

  /** What a path ends with; no variable stands for it. */
  private static final String FORMAT = ".json";

  static final String ACCOUNT = "/2010-04-01/Accounts/{account}";

  /** Those of the endpoints. */
  private static final Set<String> HOSTS = Set.of("api.twilio.com", "messaging.twilio.com", "events.twilio.com",
      "trunking.twilio.com", "oauth.twilio.com");

  private final List<Endpoint> endpoints = new ArrayList<>();
  private BiConsumer<String, ApiRequest> before = (path, request) -> { };
  private BiFunction<Account, ApiRequest, Optional<ApiAnswer>> otherwise = (account, request) -> Optional.empty();

  /** @param path below an account, with variables in braces */
  public ApiRouter add(String method, String path, Handler handler) {
    endpoints.add(new Endpoint(method, ACCOUNT + path, segments(ACCOUNT + path), handler));
    return this;
  }

  /** @param path of one of the newer APIs, which know the account by the credentials; with variables in braces */
  public ApiRouter addWithoutAccount(String method, String path, Handler handler) {
    endpoints.add(new Endpoint(method, path, segments(path), handler));
    return this;
  }

  /**
   * Looks at each request before its endpoint does.
   *
   * @param check gets the endpoint's path, with variables in braces, and throws an ApiError to refuse the request
   */
  public ApiRouter before(BiConsumer<String, ApiRequest> check) {
    before = check;
    return this;
  }

  /** Answers what no endpoint here is for, if it can. */
  public ApiRouter otherwise(BiFunction<Account, ApiRequest, Optional<ApiAnswer>> answers) {
    otherwise = answers;
    return this;
  }

  ApiAnswer answer(Account account, ApiRequest request) {
    List<String> segments = segments(request.path());
    boolean known = false;
    for (Endpoint endpoint : isElsewhere(request) ? List.<Endpoint>of() : endpoints) {
      Optional<Map<String, String>> variables = match(endpoint.segments, segments);
      if (variables.isPresent()) {
        known = true;
        if (endpoint.method.equals(request.method())) {
          if (!variables.get().getOrDefault("account", account.sid()).equals(account.sid())) {
            if (endpoint.isOfAccount()) {
              // one that a request has made
              continue;
            }
            throw ApiError.authenticate();
          }
          before.accept(endpoint.path, request);
          return endpoint.handler.answer(new Call(account, request, variables.get()));
        }
      }
    }
    Optional<ApiAnswer> other = otherwise.apply(account, request);
    if (other.isPresent()) {
      return other.get();
    }
    throw known ? ApiError.methodNotAllowed() : ApiError.notFound(request.path());
  }

  /** Whether a request is for a product of Twilio's that no endpoint here is of, though one may have such a path. */
  private static boolean isElsewhere(ApiRequest request) {
    return request.header("X-Forwarded-Host").filter(host -> host.endsWith(".twilio.com") && !HOSTS.contains(host)).isPresent();
  }

  private static Optional<Map<String, String>> match(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < template.size(); i++) {
      String expected = template.get(i);
      if (expected.startsWith("{") && !path.get(i).equals(FORMAT) && !(expected.equals("{sid}") && !isSid(path.get(i)))) {
        variables.put(expected.substring(1, expected.length() - 1), path.get(i));
      } else if (!expected.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /** What {@code {sid}} stands for begins with two capitals; other words, such as Local, are paths of their own. */
  private static boolean isSid(String segment) {
    return segment.length() > 1 && Character.isUpperCase(segment.charAt(0)) && Character.isUpperCase(segment.charAt(1));
  }

  /** The segments of a path and its format, so that {@code Messages.json} matches only as JSON. */
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(List.of(path.split("/")));
    int last = segments.size() - 1;
    int dot = segments.get(last).lastIndexOf(FORMAT);
    if (dot > 0) {
      segments.set(last, segments.get(last).substring(0, dot));
      segments.add(FORMAT);
    }
    return segments;
  }
}
