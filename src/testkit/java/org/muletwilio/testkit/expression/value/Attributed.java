package org.muletwilio.testkit.expression.value;

import java.util.Map;

/**
 * A value that was selected by a key with attributes, so that {@code .@name} finds them.
 *
 * @param value the bare value
 * @param attributes the key's attributes
 */
public record Attributed(Object value, Map<String, Object> attributes) {
}
