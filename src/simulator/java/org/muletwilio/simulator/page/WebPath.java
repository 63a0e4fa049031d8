package org.muletwilio.simulator.page;

import org.muletwilio.simulator.resource.Form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path of the simulator's own REST API.
 *
 * @param method GET or POST
 * @param path below {@code /simulator/}, with variables in braces
 * @param summary what it does
 * @param parameters the fields that it takes: of the query for GET, of the body for POST
 * @param handler does it
 */
record WebPath(String method, String path, String summary, List<WebParameter> parameters, Handler handler) {

  /** Does what a path is for. */
  interface Handler {

    /**
     * @return what is answered as JSON; a text is a message; nothing where what the path names isn't there
     * @throws IllegalArgumentException if it can't be done so
     */
    Optional<?> handle(WebRequest request);
  }

  WebPath {
    parameters = List.copyOf(parameters);
  }

  static WebPath get(String path, String summary, Handler handler, WebParameter... parameters) {
    return new WebPath("GET", path, summary, List.of(parameters), handler);
  }

  static WebPath post(String path, String summary, Handler handler, WebParameter... parameters) {
    return new WebPath("POST", path, summary, List.of(parameters), handler);
  }

  /** The variable parts of a path, if it is one of these. */
  Optional<Map<String, String>> match(String wantedMethod, String wanted) {
    String[] template = path.split("/");
    String[] parts = wanted.split("/", -1);
    if (!method.equals(wantedMethod) || template.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (template[i].startsWith("{")) {
        variables.put(template[i].substring(1, template[i].length() - 1), parts[i]);
      } else if (!template[i].equals(parts[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /** @throws IllegalArgumentException naming all that is wrong with the fields */
  Optional<?> answer(Map<String, String> variables, Form form) {
    List<String> problems = new ArrayList<>();
    List<String> names = parameters.stream().map(WebParameter::name).toList();
    form.fields().stream().map(Form.Field::name).filter(name -> !names.contains(name)).distinct()
        .forEach(name -> problems.add("there is no " + name + (names.isEmpty() ? "" : ", only " + String.join(", ", names))));
    for (WebParameter parameter : parameters) {
      if (parameter.required() && form.filled(parameter.name()).isEmpty()) {
        problems.add(parameter.name() + " is missing");
      }
      form.all(parameter.name()).stream().filter(value -> !value.isEmpty())
          .forEach(value -> parameter.problem(value).ifPresent(problem -> problems.add(parameter.name() + " " + problem)));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return handler.handle(new WebRequest(variables, form));
  }
}
