package org.muletwilio.internal.request.catalogue;

import org.muletwilio.api.callback.CallbackKind;

import java.util.Optional;

/** A parameter of an operation. Immutable. */
public final class ApiParameter {

  /** Where a parameter goes. */
  public enum Place {
    /** Into the form, or as a field of the JSON body. */
    BODY,
    /** Into the query. */
    QUERY,
    /** Into a header. */
    HEADER,
    /** Into the path, as one segment. */
    PATH
  }

  private static final char QUERY = '?';
  private static final char HEADER = '#';

  private final ApiField field;
  private final Place place;

  private ApiParameter(ApiField field, Place place) {
    this.field = field;
    this.place = place;
  }

  /** @param text a field, and before it a question mark where it goes into the query, a number sign where it is a header */
  static ApiParameter parse(String text, CatalogueText catalogue) {
    Place place = text.charAt(0) == QUERY ? Place.QUERY : text.charAt(0) == HEADER ? Place.HEADER : Place.BODY;
    return new ApiParameter(ApiField.parse(place == Place.BODY ? text : text.substring(1), catalogue), place);
  }

  static ApiParameter variable(String name, CatalogueText catalogue) {
    return new ApiParameter(ApiField.parse(name + "!=s", catalogue), Place.PATH);
  }

  /** @return name, type and kind, as a field has them */
  public ApiField getField() {
    return field;
  }

  public String getName() {
    return field.getName();
  }

  public boolean isRequired() {
    return field.isRequired();
  }

  public ApiType getType() {
    return field.getType();
  }

  public Place getPlace() {
    return place;
  }

  /** @return what Twilio calls back about, where the parameter takes a URL that Twilio calls */
  public Optional<CallbackKind> getCallback() {
    return field.getCallback();
  }
}
