package org.muletwilio.internal.request;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.CallbackReference;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.codec.NearestNames;
import org.muletwilio.internal.operation.CallbackUrls;
import org.muletwilio.internal.request.catalogue.ApiField;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;
import org.muletwilio.internal.request.catalogue.ApiType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      Optional<FieldPath> path = FieldPath.of(operation, name);
      Optional<CallbackKind> kind = kindOf(callback, path);
      if (kind.isPresent()) {
        urls.of(kind.get(), "callback " + name, callback.getFlow(), name, null).ifPresent(url -> put(bound, path.get(), url,
            name));
      }
    }
    return bound;
  }

  private Optional<CallbackKind> kindOf(CallbackReference callback, Optional<FieldPath> path) {
    String name = Excerpt.of(callback.getParameter());
    ApiParameter parameter = path.map(each -> operation.getParameters().get(each.getParameter())).orElse(null);
    if (parameter == null) {
      problems.add("callback '" + name + "' names no parameter"
          + OperationLookup.like(NearestNames.to(callback.getParameter(), operation.getCallbacks())));
      return Optional.empty();
    }
    if (parameter.getPlace() == ApiParameter.Place.PATH || parameter.getPlace() == ApiParameter.Place.HEADER) {
      problems.add("callback '" + name + "' names a part of the path, or a header: no URL that Twilio calls goes there");
      return Optional.empty();
    }
    Optional<ApiField> field = fieldAt(parameter.getField(), path.get());
    if (!field.isPresent()) {
      problems.add("callback '" + name + "' names no field of '" + parameter.getName() + "'"
          + OperationLookup.like(NearestNames.to(callback.getParameter(), operation.getCallbacks())));
      return Optional.empty();
    }
    Optional<CallbackKind> kind = callback.getKind() != null ? Optional.of(callback.getKind()) : field.get().getCallback();
    if (!kind.isPresent()) {
      problems.add("callback '" + name
          + "' is not known as a URL that Twilio calls: set its kind if it is. Those that are known: "
          + operation.getCallbacks());
    }
    return kind;
  }

  /** @return the field at the end of the path; an object of unknown fields takes any path, with the kind of its parameter */
  private static Optional<ApiField> fieldAt(ApiField parameter, FieldPath path) {
    ApiField found = parameter;
    ApiType type = parameter.getType();
    for (Object step : path.getRest()) {
      if (type.getBase() == ApiType.Base.ANY && type.getLists() == 0) {
        return Optional.of(found);
      }
      if (step instanceof Integer != type.getLists() > 0) {
        return Optional.empty();
      }
      if (step instanceof Integer) {
        type = type.getEntry();
      } else {
        Optional<ApiField> next = type.getFields().stream().filter(field -> field.getName().equals(step)).findFirst();
        if (!next.isPresent()) {
          return Optional.empty();
        }
        found = next.get();
        type = found.getType();
      }
    }
    return type.getLists() > 0 ? Optional.empty() : Optional.of(found);
  }

  private void put(Map<String, Object> into, FieldPath path, String url, String name) {
    try {
      path.put(into, url);
    } catch (IllegalArgumentException e) {
      problems.add("callback '" + Excerpt.of(name) + "': " + e.getMessage());
    }
  }
}
