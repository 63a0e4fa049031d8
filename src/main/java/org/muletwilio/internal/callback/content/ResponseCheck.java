package org.muletwilio.internal.callback.content;

import static javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING;

import org.muletwilio.internal.callback.codec.Excerpt;

import java.io.IOException;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML without document types, and looks at the root only. */
final class ResponseCheck extends DefaultHandler {

  private static final String ROOT = "Response";
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final int SHOWN = 40;
  private static final int SHOWN_OF_MESSAGE = 200;

  private boolean rootSeen;

  private ResponseCheck() {}

  /**
   * @param source all of the XML
   * @param text the same, for the message
   * @throws IllegalArgumentException that says why it is not TwiML
   */
  static void require(InputSource source, String text) {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.newSAXParser().parse(source, new ResponseCheck());
    } catch (SAXParseException e) {
      throw new IllegalArgumentException("it is not XML (line " + e.getLineNumber() + ", column " + e.getColumnNumber() + ": "
          + Excerpt.of(e.getMessage(), SHOWN_OF_MESSAGE) + "). It starts with '" + Excerpt.of(text, SHOWN) + "'", e);
    } catch (SAXException | IOException e) {
      throw new IllegalArgumentException(Excerpt.of(e.getMessage(), SHOWN_OF_MESSAGE), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java's XML parser can't be told to refuse document types", e);
    }
  }

  @Override
  public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) throws SAXException {
    if (!rootSeen && !ROOT.equals(localName)) {
      throw new SAXException("its root is <" + qualifiedName + ">, not <" + ROOT + ">");
    }
    if (!rootSeen && !uri.isEmpty()) {
      throw new SAXException("its root <" + qualifiedName + "> is in the namespace '" + uri + "': TwiML has no namespace");
    }
    rootSeen = true;
  }

  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }
}
