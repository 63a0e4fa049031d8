package org.muletwilio.testkit.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the elements of an XML file, with their lines. */
final class XmlReader extends DefaultHandler {

  private final String document;
  private final int[] lineStarts;
  private final List<XmlElement> elements = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private Locator locator;

  private XmlReader(String document) {
    this.document = document;
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int end = document.indexOf('\n'); end >= 0; end = document.indexOf('\n', end + 1)) {
      starts.add(end + 1);
    }
    lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** An element whose end hasn't come yet. */
  private record Open(String namespace, String name, String qualifiedName, int line, List<XmlAttribute> attributes,
                      StringBuilder text, int textLine) {
  }

  /**
   * @return the elements in the order of their ends
   * @throws SAXException if it isn't XML
   */
  static List<XmlElement> read(byte[] content) throws SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      String text = new String(content, UTF_8);
      XmlReader reader = new XmlReader(text);
      factory.newSAXParser().parse(new InputSource(new StringReader(text)), reader);
      return reader.elements;
    } catch (ParserConfigurationException | IOException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public void setDocumentLocator(Locator documentLocator) {
    locator = documentLocator;
  }

  @Override
  public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
    int line = Math.min(locator.getLineNumber(), lineStarts.length);
    StartTag tag = StartTag.endingAt(document, Math.min(lineStarts[line - 1] + locator.getColumnNumber() - 1, document.length()));
    List<XmlAttribute> read = new ArrayList<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getQName(i);
      read.add(new XmlAttribute(attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i), tag.raw(name),
                                tag.lineOf(name)));
    }
    open.push(new Open(uri, localName, qualifiedName, tag.line(), read, new StringBuilder(), line));
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (!open.isEmpty()) {
      open.peek().text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String localName, String qualifiedName) {
    Open ended = open.pop();
    elements.add(new XmlElement(ended.namespace, ended.name, ended.qualifiedName, open.size(), ended.line, ended.attributes,
                                ended.text.toString(), ended.textLine));
  }

  /** The default one prints to the console. */
  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }
}
