package org.muletwilio.testkit.expression.format;

import org.muletwilio.testkit.expression.value.DataObject;
import org.muletwilio.testkit.expression.value.ExpressionFailedException;
import org.muletwilio.testkit.expression.value.Field;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without namespaces: an element is a field, its attributes are those of the field's key. */
final class XmlFormat implements DataFormat {

  @Override
  public Set<String> options() {
    return Set.of("indent", "encoding", "skipNullOn", "writeDeclaration", "inlineCloseOn", "nullValueOn", "indexedReader");
  }

  @Override
  public Object read(byte[] content, FormatOptions options) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        // what comes before the root does not belong to the value
      }
      return new DataObject(List.of(element(reader, options.text("nullValueOn").orElse("blank"))));
    } catch (XMLStreamException e) {
      throw new ExpressionFailedException("Not XML: " + e.getMessage().replaceAll("\\s+", " "), e);
    }
  }

  @Override
  public String write(Object value, FormatOptions options) {
    return new XmlWriter(options).write(value);
  }

  private static Field element(XMLStreamReader reader, String nullValueOn) throws XMLStreamException {
    String name = reader.getLocalName();
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<Field> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.isStartElement()) {
        children.add(element(reader, nullValueOn));
      } else if (reader.isCharacters()) {
        text.append(reader.getText());
      }
    }
    return new Field(name, attributes, value(children, text.toString(), nullValueOn));
  }

  private static Object value(List<Field> children, String text, String nullValueOn) {
    if (!children.isEmpty()) {
      if (!text.isBlank()) {
        children.add(Field.of("__text", text.strip()));
      }
      return new DataObject(children);
    }
    boolean isNull = switch (nullValueOn) {
      case "none" -> false;
      case "empty" -> text.isEmpty();
      default -> text.isBlank();
    };
    return isNull ? null : text;
  }
}
