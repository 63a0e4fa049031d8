package org.muletwilio.internal.request;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.CallbackReference;
import org.muletwilio.internal.callback.codec.NearestNames;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.request.catalogue.ApiField;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;
import org.muletwilio.internal.request.catalogue.ApiType;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Writes the URLs of flows into the parameters of a request. */
final class CallbackBinding {

  private final ApiOperation operation;
  private final CallbackUrls urls;
  private final List<String> problems;

  /**
   * @param operation whose parameters they are
   * @param urls makes the URLs
   * @param problems collects what is wrong
   */
  CallbackBinding(ApiOperation operation, CallbackUrls urls, List<String> problems) {
    this.operation = operation;
    this.urls = urls;
    this.problems = problems;
  }

  /** @return the parameters with a URL for each of the callbacks */
  Map<String, Object> bind(Map<String, ?> parameters, List<CallbackReference> callbacks) {
    Map<String, Object> bound = new LinkedHashMap<>(parameters);
    for (CallbackReference callback : callbacks) {
      String name = callback.getParameter();
      List<String> path = operation.getParameters().containsKey(name) ? Arrays.asList(name) : Arrays.asList(name.split("\\."));
      Optional<CallbackKind> kind = kindOf(callback, path);
      if (kind.isPresent()) {
        urls.of(kind.get(), "callback " + name, callback.getFlow(), name, null).ifPresent(url -> put(bound, path, url, name));
      }
    }
    return bound;
  }

  private Optional<CallbackKind> kindOf(CallbackReference callback, List<String> path) {
    ApiParameter parameter = operation.getParameters().get(path.get(0));
    if (parameter == null) {
      problems.add("callback '" + callback.getParameter() + "' names no parameter"
          + OperationLookup.like(NearestNames.to(callback.getParameter(), callbackParameters())));
      return Optional.empty();
    }
    Optional<ApiField> field = path.size() == 1 ? Optional.of(parameter.getField()) : fieldAt(parameter.getType(), path);
    if (!field.isPresent()) {
      problems.add("callback '" + callback.getParameter() + "' names no field of '" + path.get(0) + "'");
      return Optional.empty();
    }
    Optional<CallbackKind> kind = callback.getKind() != null ? Optional.of(callback.getKind()) : field.get().getCallback();
    if (!kind.isPresent()) {
      problems.add("callback '" + callback.getParameter() + "' is not known as a URL that Twilio calls: set its kind if it is. "
          + "Those that are known: " + callbackParameters());
    }
    return kind;
  }

  /** @return the field at the end of the path; an object of unknown fields takes any path, with the kind of its parameter */
  private Optional<ApiField> fieldAt(ApiType outer, List<String> path) {
    ApiType type = outer;
    ApiField found = operation.getParameters().get(path.get(0)).getField();
    for (String name : path.subList(1, path.size())) {
      if (type.getBase() == ApiType.Base.ANY) {
        return Optional.of(found);
      }
      Optional<ApiField> next = type.getFields().stream().filter(field -> field.getName().equals(name)).findFirst();
      if (!next.isPresent()) {
        return Optional.empty();
      }
      found = next.get();
      type = found.getType();
    }
    return Optional.of(found);
  }

  private TreeSet<String> callbackParameters() {
    TreeSet<String> names = new TreeSet<>();
    operation.getParameters().values().forEach(parameter -> {
      parameter.getCallback().ifPresent(kind -> names.add(parameter.getName()));
      parameter.getType().getFields().stream().filter(field -> field.getCallback().isPresent())
          .forEach(field -> names.add(parameter.getName() + "." + field.getName()));
    });
    return names;
  }

  private void put(Map<String, Object> into, List<String> path, URI url, String name) {
    Map<String, Object> object = into;
    for (String step : path.subList(0, path.size() - 1)) {
      Map<String, Object> inner = new LinkedHashMap<>();
      Object before = object.get(step);
      if (before instanceof Map) {
        ((Map<?, ?>) before).forEach((key, value) -> inner.put(String.valueOf(key), value));
      } else if (before != null) {
        problems.add("callback '" + name + "': '" + step + "' must be an object");
      }
      object.put(step, inner);
      object = inner;
    }
    if (object.put(path.get(path.size() - 1), url.toString()) != null) {
      problems.add("'" + name + "' takes a callback or a value, not both");
    }
  }
}
