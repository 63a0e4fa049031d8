package org.muletwilio.testkit.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads elements of Mule XML files. */
final class XmlFiles {

  private XmlFiles() {}

  /**
   * @return the elements of a name, in the order of the file
   * @throws UsageException if it isn't XML
   */
  static List<Element> elements(Path file, String namespace, String name) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return elements(builder.parse(file.toFile()).getElementsByTagNameNS(namespace, name));
    } catch (SAXParseException e) {
      throw new UsageException(file + ":" + e.getLineNumber() + ": " + e.getMessage());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new UsageException(file + " can't be read: " + e.getMessage());
    }
  }

  /** @return the elements of a name within another element */
  static List<Element> within(Element element, String namespace, String name) {
    return elements(element.getElementsByTagNameNS(namespace, name));
  }

  private static List<Element> elements(NodeList found) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The default one prints to the console. */
  private static final class Silent extends DefaultHandler {

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
