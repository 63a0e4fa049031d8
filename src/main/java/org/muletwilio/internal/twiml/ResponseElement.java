package org.muletwilio.internal.twiml;

import com.twilio.twiml.TwiML;
import com.twilio.twiml.TwiMLException;
import org.w3c.dom.Attr;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The root of TwiML with one verb. What texts hold that XML can't, such as NUL or half of an emoji, is left out. */
final class ResponseElement extends TwiML {

  static final String NAME = "Response";

  private ResponseElement(Builder builder) {
    super(NAME, builder);
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param verb what the response holds
   * @return the XML
   */
  static String xmlOf(String operation, TwiML verb) {
    try {
      return new ResponseElement(new Builder(verb)).toXml();
    } catch (TwiMLException e) {
      throw new IllegalStateException(operation + ": " + e.getMessage(), e);
    }
  }

  @Override
  protected Node buildXmlElement(Document document) {
    Node element = super.buildXmlElement(document);
    leaveOutWhatXmlCannotHold(element);
    return element;
  }

  private static void leaveOutWhatXmlCannotHold(Node node) {
    if (node instanceof CharacterData) {
      ((CharacterData) node).setData(XmlText.of(((CharacterData) node).getData()));
    }
    NamedNodeMap attributes = node.getAttributes();
    for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      attribute.setValue(XmlText.of(attribute.getValue()));
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      leaveOutWhatXmlCannotHold(child);
    }
  }

  /** Takes any verb; the SDK's own builders are one for voice and one for messages. */
  private static final class Builder extends TwiML.Builder<Builder> {

    Builder(TwiML verb) {
      children.add(verb);
    }
  }
}
