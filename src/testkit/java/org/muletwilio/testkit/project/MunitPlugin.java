package org.muletwilio.testkit.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** @return what {@code systemPropertyVariables} and {@code environmentVariables} of the plugin name */
  static Map<String, String> propertiesIn(Path pom) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String group : List.of("environmentVariables", "systemPropertyVariables")) {
      settings(pom, group).forEach(each -> properties.put(each.getNodeName(), each.getTextContent().trim()));
    }
    return properties;
  }

  /** @return the properties that {@code dynamicPorts} of the plugin asks to be free ports */
  static List<String> portsIn(Path pom) {
    return settings(pom, "dynamicPorts").stream().map(each -> each.getTextContent().trim()).toList();
  }

  private static List<Node> settings(Path pom, String name) {
    List<Node> settings = new ArrayList<>();
    NodeList groups = elements(pom, name);
    for (int i = 0; i < groups.getLength(); i++) {
      Element plugin = (Element) groups.item(i).getParentNode().getParentNode();
      if (plugin.getElementsByTagName("artifactId").item(0).getTextContent().startsWith("munit-")) {
        for (Node each = groups.item(i).getFirstChild(); each != null; each = each.getNextSibling()) {
          if (each instanceof Element) {
            settings.add(each);
          }
        }
      }
    }
    return settings;
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
