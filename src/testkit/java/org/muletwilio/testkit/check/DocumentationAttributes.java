package org.muletwilio.testkit.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xml.sax.SAXException;

/**
 * What Studio writes about elements, such as {@code doc:name}, by where they stand. Mule doesn't keep it for those in sub-flows.
 */
public final class DocumentationAttributes {

  private static final String DOCUMENTATION = "http://www.mulesoft.org/schema/mule/documentation";

  private final Map<Place, Map<String, String>> attributes = new HashMap<>();

  /** Where an element begins. */
  private record Place(String file, int line, String element) {
  }

  /**
   * Reads a document. What isn't XML has no elements.
   *
   * @param file its name
   */
  public void add(String file, byte[] document) {
    try {
      List<XmlElement> elements = XmlReader.read(document);
      elements.forEach(element -> {
        Map<String, String> documented = new LinkedHashMap<>();
        element.attributes().stream().filter(attribute -> attribute.namespace().equals(DOCUMENTATION))
            .forEach(attribute -> documented.put("doc:" + attribute.name(), attribute.value()));
        attributes.put(new Place(file, element.line(), element.name()), documented);
      });
    } catch (SAXException e) {
      // said when the application starts
    }
  }

  /**
   * @param element the name without its prefix
   * @return values by names such as {@code doc:name}
   */
  public Map<String, String> of(String file, int line, String element) {
    return attributes.getOrDefault(new Place(file, line, element), Map.of());
  }
}
