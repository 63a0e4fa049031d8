package org.muletwilio.testkit.expression.value;

import java.util.Map;

/**
 * A key and a value of an object.
 *
 * @param name the key
 * @param attributes those of the key, as an XML element has them
 * @param value the value
 */
public record Field(String name, Map<String, Object> attributes, Object value) {

  public static Field of(String name, Object value) {
    return new Field(name, Map.of(), value);
  }

  /** @return the value, with the attributes where there are any */
  public Object attributed() {
    return attributes.isEmpty() ? value : new Attributed(value, attributes);
  }

  public Field with(Object otherValue) {
    return new Field(name, attributes, otherValue);
  }
}
