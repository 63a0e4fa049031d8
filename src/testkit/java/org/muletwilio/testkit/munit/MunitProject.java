package org.muletwilio.testkit.munit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A Maven project with suites in {@code src/test/munit}: an application, or the connector, which has no {@code src/main/mule}.
 *
 * @param properties the system properties that the project's MUnit plugin sets for its tests
 */
public record MunitProject(String name, List<Path> configs, List<Path> resources, List<Path> suites,
                           Map<String, String> properties) {

  public static MunitProject at(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    return new MunitProject(root.getFileName().toString(), xmlFilesIn(root.resolve("src/main/mule")),
                            Stream.of("src/test/resources", "src/main/resources").map(root::resolve).filter(Files::isDirectory)
                                .toList(),
                            xmlFilesIn(root.resolve("src/test/munit")), propertiesIn(root.resolve("pom.xml")));
  }

  private static List<Path> xmlFilesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> propertiesIn(Path pom) {
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
      throw new IllegalArgumentException(pom + " can't be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
