package org.muletwilio.testkit.munit.suite;

import org.xml.sax.Attributes;

/**
 * XML that is being written. Each element begins in the line that it is to begin in, as far as what stands before it allows.
 */
final class XmlText {

  private final StringBuilder text = new StringBuilder();
  private int line = 1;

  void start(int startLine, String name, Attributes attributes, String... more) {
    while (line < startLine) {
      characters("\n");
    }
    text.append('<').append(name);
    for (int i = 0; i < attributes.getLength(); i++) {
      attribute(attributes.getQName(i), attributes.getValue(i));
    }
    for (int i = 0; i < more.length; i += 2) {
      attribute(more[i], more[i + 1]);
    }
    text.append('>');
  }

  void end(String name) {
    text.append("</").append(name).append('>');
  }

  void characters(String content) {
    line += (int) content.chars().filter(c -> c == '\n').count();
    text.append(escaped(content));
  }

  private void attribute(String name, String value) {
    text.append(' ').append(name).append("=\"").append(escaped(value).replace("\"", "&quot;").replace("\n", "&#10;")).append('"');
  }

  private static String escaped(String content) {
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
