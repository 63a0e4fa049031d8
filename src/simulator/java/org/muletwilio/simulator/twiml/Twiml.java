package org.muletwilio.simulator.twiml;

import org.muletwilio.simulator.callback.CallbackTarget;
import org.muletwilio.simulator.resource.Form;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A TwiML document.
 *
 * @param url where it came from, which relative addresses in it refer to; empty if it came with the call
 * @param verbs what to do, in order
 */
public record Twiml(String url, List<Element> verbs) {

  private static final int LONGEST = 64 * 1024;

  /** Reads a document without doctype, so without entities. */
  public static Twiml parse(String url, String text) throws TwimlException {
    if (text.length() > LONGEST) {
      throw new TwimlException(11750, "TwiML of more than 64 kB");
    }
    try {
      Element root = builder().parse(new InputSource(new StringReader(text.strip()))).getDocumentElement();
      if (!root.getTagName().equals("Response")) {
        throw new TwimlException(12100, "TwiML's root is Response, not " + root.getTagName());
      }
      return new Twiml(url, elements(root));
    } catch (SAXException | IOException e) {
      throw new TwimlException(12100, "Not TwiML: " + e.getMessage());
    }
  }

  /** The elements inside another one. */
  public static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  public static Optional<String> attribute(Element element, String name) {
    return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
  }

  public static int number(Element element, String name, int otherwise) {
    try {
      return attribute(element, name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** The text in an element, without that of the elements inside. */
  public static String text(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(node.getNodeValue());
      }
    }
    return text.toString().strip();
  }

  /** The URL in an attribute, with its method and events in others, such as statusCallback with Method and Event. */
  public Optional<CallbackTarget> target(Element element, String name, String methodName, String defaultEvents)
      throws TwimlException {
    Optional<String> url = attribute(element, name).filter(value -> !value.isBlank());
    if (url.isEmpty()) {
      return Optional.empty();
    }
    String events = attribute(element, name + "Event").orElse(defaultEvents);
    Form form = Form.of("Target", resolve(url.get().strip()), "TargetMethod", attribute(element, methodName).orElse("POST"),
                        "TargetEvent", events);
    return CallbackTarget.withEvents(form, "Target");
  }

  public String resolve(String address) throws TwimlException {
    try {
      return url.isEmpty() || address.contains("://") ? address : URI.create(url).resolve(address).toString();
    } catch (IllegalArgumentException e) {
      throw new TwimlException(11100, "Not a URL: " + address);
    }
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Quiet());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Java's own parser knows these features", e);
    }
  }

  /** Throws what is wrong instead of printing it. */
  private static final class Quiet implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) {
      // Warnings don't matter
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
