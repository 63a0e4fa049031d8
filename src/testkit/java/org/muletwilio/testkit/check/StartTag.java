package org.muletwilio.testkit.check;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A start tag as it is written: XML parsers report the line of its end alone.
 *
 * @param attributes where each attribute's value begins and ends in the text, by the name with its prefix
 */
record StartTag(String document, int start, Map<String, int[]> attributes) {

  /**
   * @param end the index of what follows the tag
   */
  static StartTag endingAt(String document, int end) {
    int start = Math.max(0, document.lastIndexOf('<', Math.max(0, end - 1)));
    Map<String, int[]> attributes = new LinkedHashMap<>();
    int at = start;
    while (at < end) {
      int equals = document.indexOf('=', at);
      if (equals < 0 || equals >= end) {
        break;
      }
      String name = lastWord(document.substring(at, equals).strip());
      int open = equals + 1;
      while (open < end && Character.isWhitespace(document.charAt(open))) {
        open++;
      }
      int close = document.indexOf(document.charAt(open), open + 1);
      if (close < 0) {
        break;
      }
      attributes.put(name, new int[] {open + 1, close});
      at = close + 1;
    }
    return new StartTag(document, start, attributes);
  }

  private static String lastWord(String text) {
    return text.substring(Math.max(text.lastIndexOf(' '), Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\t'))) + 1);
  }

  String raw(String attribute) {
    int[] ends = attributes.get(attribute);
    return ends == null ? "" : document.substring(ends[0], ends[1]);
  }

  int line() {
    return lineOf(start);
  }

  int lineOf(String attribute) {
    int[] ends = attributes.get(attribute);
    return lineOf(ends == null ? start : ends[0]);
  }

  private int lineOf(int index) {
    return 1 + (int) document.substring(0, index).chars().filter(each -> each == '\n').count();
  }
}
