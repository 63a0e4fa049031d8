package org.muletwilio.testkit.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.api.meta.model.XmlDslModel;
import org.mule.runtime.config.internal.ModuleDelegatingEntityResolver;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The names of the elements of Mule's schemas, wherever they may stand. */
final class SchemaElements {

  private static final Pattern ELEMENT = Pattern.compile("<\\w+:element [^>]*?name=\"([^\"]+)\"");
  private static final String CORE_SCHEMA = "http://www.mulesoft.org/schema/mule/core/current/mule-core-common.xsd";

  private final Set<ExtensionModel> models;
  private final Map<String, Set<String>> names = new HashMap<>();

  SchemaElements(Set<ExtensionModel> models) {
    this.models = models;
  }

  boolean contains(String namespace, String element) {
    return names.computeIfAbsent(namespace, this::read).contains(element);
  }

  private Set<String> read(String namespace) {
    Set<String> found = new HashSet<>(named(location(namespace)));
    if (namespace.equals(Vocabulary.CORE)) {
      found.addAll(named(CORE_SCHEMA));
    }
    return found;
  }

  /** @return where the schema of a namespace is, as a file's {@code xsi:schemaLocation} names it */
  String location(String namespace) {
    return namespace.equals(Vocabulary.TRANSFORM) ? namespace + "/current/mule-ee.xsd"
        : models.stream().map(ExtensionModel::getXmlDslModel).filter(dsl -> dsl.getNamespace().equals(namespace))
            .map(XmlDslModel::getSchemaLocation).findFirst()
            .orElse(namespace.equals(Vocabulary.CORE) ? namespace + "/current/mule.xsd"
                : namespace + "/current/mule-" + namespace.substring(namespace.lastIndexOf('/') + 1) + ".xsd");
  }

  private Set<String> named(String schema) {
    try {
      InputSource source = new ModuleDelegatingEntityResolver(models).resolveEntity(null, schema);
      if (source == null || source.getByteStream() == null) {
        return Set.of();
      }
      try (InputStream in = source.getByteStream()) {
        return ELEMENT.matcher(new String(in.readAllBytes(), UTF_8)).results().map(found -> found.group(1))
            .collect(Collectors.toSet());
      }
    } catch (SAXException | IOException | RuntimeException e) {
      return Set.of();
    }
  }
}
