package org.muletwilio.simulator.page;

import org.muletwilio.simulator.api.ApiExchange;
import org.muletwilio.simulator.callback.CallbackAttempt;
import org.muletwilio.simulator.callback.Journals;
import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.resource.Journal.Numbered;
import org.muletwilio.simulator.resource.Resource;
import org.muletwilio.simulator.resource.Stores;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The paths that list, search and filter what happened, page by page, the newest first. */
final class ListPaths {

  private static final int SIZE = 50;

  private final WebState state;
  private final Stores stores;
  private final Journals journals;

  ListPaths(SimulatorCore simulator, WebState state) {
    this.state = state;
    stores = simulator.stores();
    journals = simulator.journals();
  }

  List<WebPath> paths() {
    WebParameter search = WebParameter.text("search");
    WebParameter status = WebParameter.text("status");
    WebParameter page = WebParameter.number("page", 0, 1_000_000);
    WebParameter size = WebParameter.number("size", 1, 500);
    WebParameter result = WebParameter.choice("result", "successful", "failed");
    return List.of(
        WebPath.get("messages", "messages that contain a text or have a status", request -> Optional.of(messages(request)),
                    search, status, page, size),
        WebPath.get("calls", "calls that contain a text or have a status", request -> Optional.of(calls(request)),
                    search, status, page, size),
        WebPath.get("callbacks", "callbacks that contain a text, each or by resource", request -> Optional.of(callbacks(request)),
                    search, result, WebParameter.choice("group", "none", "resource"), page, size),
        WebPath.get("requests", "requests to the API that contain a text", request -> Optional.of(requests(request)),
                    search, result, page, size),
        WebPath.get("requests/{number}", "all about one request", this::request));
  }

  private Map<String, Object> messages(WebRequest request) {
    return resources(request, stores.messages().all(), WebState::message);
  }

  private Map<String, Object> calls(WebRequest request) {
    return resources(request, stores.calls().all(), state::call);
  }

  private static Map<String, Object> resources(WebRequest request, List<Resource> all,
      Function<Resource, Map<String, Object>> shown) {
    List<Resource> found = new ArrayList<>(all.stream().filter(wanted(request)).toList());
    Collections.reverse(found);
    return page(request, all.size(), found, shown);
  }

  private static Predicate<Resource> wanted(WebRequest request) {
    Optional<String> search = search(request);
    Optional<String> status = request.optional("status");
    return one -> status.map(one.status()::equals).orElse(true)
        && search.map(text -> contains(text, one.sid(), one.text("from"), one.text("to"), one.text("body"), one.status(),
                                       one.text("error_code"), one.text("messaging_service_sid"))).orElse(true);
  }

  private Map<String, Object> callbacks(WebRequest request) {
    Optional<String> search = search(request);
    Optional<Boolean> successful = successful(request);
    List<Numbered<CallbackAttempt>> all = journals.callbacks().latest(Integer.MAX_VALUE);
    List<Numbered<CallbackAttempt>> found = all.stream()
        .filter(one -> successful.map(wanted -> wanted == one.entry().successful()).orElse(true))
        .filter(one -> search.map(text -> CallbackView.contains(one.entry(), text)).orElse(true)).toList();
    return request.optional("group").filter("resource"::equals).isPresent()
        ? page(request, all.size(), CallbackView.groups(found), group -> group)
        : page(request, all.size(), found, CallbackView::summary);
  }

  private Map<String, Object> requests(WebRequest request) {
    Optional<String> search = search(request);
    Optional<Boolean> successful = successful(request);
    List<Numbered<ApiExchange>> all = journals.requests().latest(Integer.MAX_VALUE);
    List<Numbered<ApiExchange>> found = all.stream()
        .filter(one -> successful.map(wanted -> wanted == RequestView.error(one.entry()).isEmpty()).orElse(true))
        .filter(one -> search.map(text -> contains(one.entry(), text)).orElse(true)).toList();
    return page(request, all.size(), found, RequestView::summary);
  }

  private static boolean contains(ApiExchange exchange, String text) {
    return contains(text, exchange.path(), exchange.method(), String.valueOf(exchange.status()),
                    RequestView.error(exchange).orElse(""))
        || Stream.concat(exchange.request().form().fields().stream(), exchange.request().query().fields().stream())
            .anyMatch(field -> contains(text, field.value()));
  }

  private Optional<Map<String, Object>> request(WebRequest request) {
    return Optional.of(request.variable("number")).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf)
        .flatMap(number -> journals.requests().find(number).map(one -> RequestView.all(new Numbered<>(number, one))));
  }

  private static Optional<String> search(WebRequest request) {
    return request.optional("search").map(text -> text.strip().toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty());
  }

  private static Optional<Boolean> successful(WebRequest request) {
    return request.optional("result").map("successful"::equals);
  }

  /** Whether a text in lower case is in one of these. */
  static boolean contains(String lowerCase, String... texts) {
    return Stream.of(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(lowerCase));
  }

  private static <T> Map<String, Object> page(WebRequest request, int total, List<T> found,
      Function<T, Map<String, Object>> shown) {
    int size = request.number("size", SIZE);
    int page = request.number("page", 0);
    int start = (int) Math.min(found.size(), (long) page * size);
    return WebState.map("total", total, "matching", found.size(), "page", page, "size", size,
                        "items", found.subList(start, Math.min(found.size(), start + size)).stream().map(shown).toList());
  }
}
