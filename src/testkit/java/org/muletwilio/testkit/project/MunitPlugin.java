package org.muletwilio.testkit.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The settings of the MUnit plugin in a project's pom. */
final class MunitPlugin {

  private MunitPlugin() {}

  /** @return what {@code systemPropertyVariables} of the plugin names */
  static Map<String, String> propertiesIn(Path pom) {
    Map<String, String> properties = new LinkedHashMap<>();
    NodeList groups = elements(pom, "systemPropertyVariables");
    for (int i = 0; i < groups.getLength(); i++) {
      Element plugin = (Element) groups.item(i).getParentNode().getParentNode();
      if (plugin.getElementsByTagName("artifactId").item(0).getTextContent().startsWith("munit-")) {
        for (Node each = groups.item(i).getFirstChild(); each != null; each = each.getNextSibling()) {
          if (each instanceof Element) {
            properties.put(each.getNodeName(), each.getTextContent().trim());
          }
        }
      }
    }
    return properties;
  }

  private static NodeList elements(Path pom, String name) {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile()).getElementsByTagName(name);
    } catch (SAXException | ParserConfigurationException e) {
      throw new UsageException(pom + " can't be read: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
