package org.muletwilio.testkit.check;

/**
 * An attribute of an element.
 *
 * @param namespace empty for most
 * @param raw the value as it is written, with its entities and ends of lines
 * @param line where the value begins
 */
record XmlAttribute(String namespace, String name, String value, String raw, int line) {

  /** @return the line of a character of the value */
  int lineOf(int index) {
    int at = 0;
    int lines = line;
    for (int i = 0; i < index && at < raw.length(); i++) {
      if (raw.charAt(at) == '\n') {
        lines++;
      }
      int end = raw.charAt(at) == '&' ? raw.indexOf(';', at) : at;
      at = (end < 0 ? at : end) + 1;
    }
    return lines;
  }
}
