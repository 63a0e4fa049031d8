package org.muletwilio.internal.twiml;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.content.Twiml;
import org.muletwilio.internal.operation.Validation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.twilio.twiml.TwiML;

/** Appends verbs, which the SDK writes, to TwiML. */
final class TwimlText {

  private static final String START = "<" + ResponseElement.NAME + ">";
  private static final String END = "</" + ResponseElement.NAME + ">";
  private static final Pattern END_TAG = Pattern.compile("</" + ResponseElement.NAME + "\\s*>");
  /** A value in it may hold a <code>&gt;</code>. */
  private static final Pattern EMPTY_TAG = Pattern.compile("<(" + ResponseElement.NAME + "(?:\\s[^<]*)?)/>");
  private static final int SHOWN = 40;

  private TwimlText() {}

  /**
   * @param operation the operation's name in XML, for messages
   * @param before the TwiML so far, or null
   * @param verb what is appended
   * @return both, as one
   */
  static String append(String operation, String before, TwiML verb) {
    String added = ResponseElement.xmlOf(operation, verb);
    if (Validation.isEmpty(before)) {
      return added;
    }
    String inner = added.substring(added.indexOf(START) + START.length(), added.length() - END.length());
    String text = wellFormed(operation, before);
    int end = endOfContent(text);
    int tag = startOfLastTag(operation, text, end);
    Matcher empty = EMPTY_TAG.matcher(text.substring(tag, end));
    String opened = empty.matches() ? "<" + empty.group(1).trim() + ">" : "";
    return text.substring(0, tag) + opened + inner + END + text.substring(end);
  }

  /** @return the TwiML as Twilio reads it */
  private static String wellFormed(String operation, String before) {
    try {
      return Twiml.requireText(before);
    } catch (IllegalArgumentException e) {
      startOfLastTag(operation, before, endOfContent(before));
      throw Validation.invalid(operation, "after is not TwiML: " + e.getMessage());
    }
  }

  private static int startOfLastTag(String operation, String text, int end) {
    int tag = text.lastIndexOf('<', end - 1);
    String last = tag < 0 ? "" : text.substring(tag, end);
    Validation.requireThat(EMPTY_TAG.matcher(last).matches() || END_TAG.matcher(last).matches(), operation,
        "after is not TwiML: it must end with " + END + ", and ends with '"
            + Excerpt.of(text.substring(Math.max(0, end - SHOWN), end), SHOWN) + "'");
    return tag;
  }

  /** @return where blanks, comments and processing instructions behind the root begin */
  private static int endOfContent(String text) {
    int end = text.length();
    while (true) {
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      int start = text.startsWith("-->", end - 3) ? text.lastIndexOf("<!--", end - 3)
          : text.startsWith("?>", end - 2) ? text.lastIndexOf("<?", end - 2) : -1;
      if (start < 0) {
        return end;
      }
      end = start;
    }
  }
}
