package org.muletwilio.testkit.munit;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.interception.ProcessorParameterValue;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A processor that was called.
 *
 * @param processor namespace and name, such as {@code twilio:send-message}
 * @param attributes as they were in this call, by the names that they have in XML
 */
record ProcessorCall(String processor, Map<String, Object> attributes) {

  private static final String DOCUMENTATION = "http://www.mulesoft.org/schema/mule/documentation";

  static ProcessorCall of(ComponentIdentifier identifier, Component component, Map<String, ProcessorParameterValue> parameters) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    component.getAnnotations().forEach((key, value) -> {
      if (key.getNamespaceURI().equals(DOCUMENTATION)) {
        attributes.put("doc:" + key.getLocalPart(), value);
      }
    });
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
