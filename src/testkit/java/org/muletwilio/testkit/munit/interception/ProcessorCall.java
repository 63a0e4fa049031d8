package org.muletwilio.testkit.munit.interception;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.component.location.ComponentLocation;
import org.mule.runtime.api.interception.ProcessorParameterValue;

import org.muletwilio.testkit.check.DocumentationAttributes;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A processor that was called.
 *
 * @param processor namespace and name, such as {@code twilio:send-message}
 * @param attributes as they were in this call, by the names that they have in XML
 */
record ProcessorCall(String processor, Map<String, Object> attributes) {

  static ProcessorCall of(ComponentLocation location, DocumentationAttributes documentation,
                          Map<String, ProcessorParameterValue> parameters) {
    ComponentIdentifier identifier = location.getComponentIdentifier().getIdentifier();
    Map<String, Object> attributes = new LinkedHashMap<>(documentation.of(location.getFileName().orElse(""),
                                                                          location.getLineInFile().orElse(0),
                                                                          identifier.getName()));
    parameters.forEach((name, value) -> attributes.put(name, valueOf(value)));
    return new ProcessorCall(named(identifier), attributes);
  }

  private static String named(ComponentIdentifier identifier) {
    return (identifier.getNamespace().equals("core") ? "mule" : identifier.getNamespace()) + ":" + identifier.getName();
  }

  /** An expression may fail before its processor refuses it. */
  private static Object valueOf(ProcessorParameterValue parameter) {
    try {
      return parameter.resolveValue();
    } catch (RuntimeException e) {
      return parameter.providedValue();
    }
  }
}
