package org.muletwilio.simulator.page;

import org.muletwilio.simulator.core.SimulatorCore;
import org.muletwilio.simulator.http.UrlRules;
import org.muletwilio.simulator.resource.Form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The simulator's own REST API, which the page uses as scripts can. */
public final class WebApi {

  private final List<WebPath> paths = new ArrayList<>();

  /** @param saveState writes the file of the state, and returns whether there is one */
  public WebApi(SimulatorCore simulator, BooleanSupplier saveState) {
    WebState state = new WebState(simulator);
    paths.add(WebPath.get("api", "the paths of this API and what they take", request -> Optional.of(described())));
    paths.add(WebPath.get("state", "the last 100 of everything, and all settings", request -> Optional.of(state.all())));
    paths.add(WebPath.get("settings", "all settings, and how many there are of everything",
                          request -> Optional.of(state.settings())));
    paths.addAll(new ListPaths(simulator, state).paths());
    paths.addAll(new CallbackPaths(simulator, state).paths());
    paths.addAll(new PhonePaths(simulator, state).paths());
    paths.addAll(new OutcomePaths(simulator).paths());
    paths.addAll(new FaultPaths(simulator).paths());
    paths.addAll(new AccountPaths(simulator, saveState).paths());
  }

  List<WebPath> paths() {
    return List.copyOf(paths);
  }

  /**
   * Answers a request.
   *
   * @param path below {@code /simulator/}
   * @param form the fields of the query or the body
   * @return what is answered as JSON; nothing if there is no such path, or not what it names
   * @throws IllegalArgumentException if it can't be done so
   */
  public Optional<?> answer(String method, String path, Form form) {
    for (WebPath known : paths) {
      Optional<Map<String, String>> variables = known.match(method, path);
      if (variables.isPresent()) {
        return known.answer(variables.get(), form);
      }
    }
    return Optional.empty();
  }

  private List<Map<String, Object>> described() {
    return paths.stream().map(path -> {
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("method", path.method());
      described.put("path", WebPage.PATH + path.path());
      described.put("summary", path.summary());
      described.put("parameters", path.parameters().stream()
          .map(one -> Map.of("name", one.name(), "type", one.type(), "required", one.required())).toList());
      return described;
    }).toList();
  }

  /** @throws IllegalArgumentException if callbacks can't go to the address in this field */
  static Optional<String> address(WebRequest request, String name, UrlRules urls) {
    Optional<String> url = request.optional(name);
    url.filter(one -> !urls.accept(one)).ifPresent(one -> {
      throw new IllegalArgumentException(name + " is not an address that callbacks can go to");
    });
    return url;
  }
}
