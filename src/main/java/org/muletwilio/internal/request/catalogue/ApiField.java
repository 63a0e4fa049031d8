package org.muletwilio.internal.request.catalogue;

import org.muletwilio.api.callback.CallbackKind;

import java.util.List;
import java.util.Optional;

/** A parameter of an operation, or a field of a JSON body or result. Immutable. */
public final class ApiField {

  private static final char KIND = '@';

  private final String name;
  private final boolean required;
  private final ApiType type;
  private final Optional<CallbackKind> callback;

  ApiField(String name, boolean required, ApiType type, Optional<CallbackKind> callback) {
    this.name = name;
    this.required = required;
    this.type = type;
    this.callback = callback;
  }

  /**
   * @param text <code>name=type</code>, with an exclamation mark behind the name where it is required, and at the end an at sign
   *        and a kind where it takes a URL that Twilio calls
   */
  static ApiField parse(String text, CatalogueText catalogue) {
    int equals = text.lastIndexOf('=');
    int kind = text.indexOf(KIND, equals);
    boolean required = text.charAt(equals - 1) == '!';
    return new ApiField(text.substring(0, required ? equals - 1 : equals), required,
                        ApiType.parse(text.substring(equals + 1, kind < 0 ? text.length() : kind), catalogue),
                        kind < 0 ? Optional.empty() : Optional.of(CallbackKind.valueOf(text.substring(kind + 1))));
  }

  /** Adds the paths of the URLs in this field that Twilio calls; the first entry stands for all of a list. */
  void addCallbacks(String before, List<String> paths) {
    StringBuilder path = new StringBuilder(before).append(name);
    for (int i = 0; i < type.getLists(); i++) {
      path.append("[0]");
    }
    if (callback.isPresent()) {
      paths.add(path.toString());
    }
    type.getFields().forEach(field -> field.addCallbacks(path + ".", paths));
  }

  public String getName() {
    return name;
  }

  public boolean isRequired() {
    return required;
  }

  public ApiType getType() {
    return type;
  }

  /** @return what Twilio calls back about, where the value is a URL that Twilio calls */
  public Optional<CallbackKind> getCallback() {
    return callback;
  }
}
