package org.muletwilio.testkit.catalogue;

import org.muletwilio.testkit.catalogue.SdkParameter.Place;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** The parameters of a JSON body: the fields of the structure that the SDK has for it. */
final class JsonBody {

  private JsonBody() {}

  static List<SdkParameter> fieldsOf(TypeNotation types, Type structure, boolean needed) {
    String type = types.of(structure);
    if (!type.matches("r\\d+")) {
      return List.of(new SdkParameter("body", Place.BODY, needed, type));
    }
    String fields = types.getRecords().get(Integer.parseInt(type.substring(1)));
    return Arrays.stream(fields.split(";")).map(field -> {
      int equals = field.indexOf('=');
      int end = field.indexOf('@') < 0 ? field.length() : field.indexOf('@');
      boolean required = field.charAt(equals - 1) == '!';
      return new SdkParameter(field.substring(0, required ? equals - 1 : equals), Place.BODY, required && needed,
                              field.substring(equals + 1, end));
    }).toList();
  }
}
