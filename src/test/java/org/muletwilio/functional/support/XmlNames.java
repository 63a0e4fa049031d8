package org.muletwilio.functional.support;

import org.mule.runtime.api.dsl.DslResolvingContext;
import org.mule.runtime.api.meta.model.ExtensionModel;
import org.mule.runtime.core.api.extension.MuleExtensionModelProvider;
import org.mule.runtime.module.extension.internal.capability.xml.schema.DefaultExtensionSchemaGenerator;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The elements of an extension and their attributes, by the schema that the runtime makes of it. */
public final class XmlNames {

  private static final Set<String> ANYWHERE = Set.of("http://www.mulesoft.org/schema/mule/documentation",
      XMLConstants.XMLNS_ATTRIBUTE_NS_URI);

  private final Map<String, Set<String>> attributes = new HashMap<>();
  private final Map<String, Element> types = new HashMap<>();

  private XmlNames(Element schema) {
    forEach(schema, "complexType", type -> types.put(type.getAttribute("name"), type));
    forEach(schema, "element", element -> {
      Set<String> own = attributes.computeIfAbsent(element.getAttribute("name"), name -> new HashSet<>());
      addAttributes(element, own, new HashSet<>());
      addType(element.getAttribute("type"), own, new HashSet<>());
    });
  }

  public static XmlNames of(ExtensionModel model) {
    String schema = new DefaultExtensionSchemaGenerator()
        .generate(model, DslResolvingContext.getDefault(Set.of(MuleExtensionModelProvider.getExtensionModel(), model)));
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return new XmlNames(factory.newDocumentBuilder().parse(new InputSource(new StringReader(schema))).getDocumentElement());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** @return each element with its attributes */
  public SortedMap<String, SortedSet<String>> all() {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>();
    attributes.forEach((element, names) -> all.put(element, new TreeSet<>(names)));
    return all;
  }

  /** @return what is wrong with an element and its attributes */
  public List<String> unknownIn(Element element) {
    Set<String> known = attributes.get(element.getLocalName());
    if (known == null) {
      return List.of("no " + element.getNodeName());
    }
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!ANYWHERE.contains(String.valueOf(attribute.getNamespaceURI())) && !known.contains(attribute.getName())) {
        unknown.add(element.getNodeName() + " has no " + attribute.getName());
      }
    }
    return unknown;
  }

  /** Those of the element itself, and not those of elements within. */
  private void addAttributes(Node node, Set<String> names, Set<Element> seen) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && !element.getLocalName().equals("element")) {
        if (element.getLocalName().equals("attribute")) {
          names.add(element.getAttribute("name"));
        }
        addType(element.getAttribute("base"), names, seen);
        addAttributes(element, names, seen);
      }
    }
  }

  private void addType(String qualifiedName, Set<String> names, Set<Element> seen) {
    Element type = types.get(qualifiedName.substring(qualifiedName.indexOf(':') + 1));
    if (type != null && seen.add(type)) {
      addAttributes(type, names, seen);
    } else if (qualifiedName.startsWith("mule:")) {
      names.add("name");
    }
  }

  private static void forEach(Element schema, String kind, java.util.function.Consumer<Element> action) {
    NodeList found = schema.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, kind);
    for (int i = 0; i < found.getLength(); i++) {
      action.accept((Element) found.item(i));
    }
  }
}
