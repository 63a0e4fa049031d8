package org.muletwilio.internal.twiml;

import org.muletwilio.internal.operation.Validation;

import com.twilio.twiml.TwiML;
import com.twilio.twiml.TwiMLException;

/** Appends verbs, which the SDK writes, to TwiML. */
final class TwimlText {

  private static final String END = "</Response>";
  private static final String EMPTY = "<Response/>";

  private TwimlText() {}

  /**
   * @param operation the operation's name in XML, for messages
   * @param before the TwiML so far, or null
   * @param response holds what comes after it
   * @return both, as one
   */
  static String append(String operation, String before, TwiML response) {
    String added = write(operation, response);
    if (Validation.isEmpty(before)) {
      return added;
    }
    String start = before.trim();
    String inner = added.substring(added.indexOf('>', added.indexOf("<Response")) + 1, added.length() - END.length());
    if (start.endsWith(EMPTY)) {
      return start.substring(0, start.length() - EMPTY.length()) + "<Response>" + inner + END;
    }
    Validation.requireThat(start.endsWith(END), operation, "after must be TwiML that ends with " + END + ", and ends with '"
        + start.substring(Math.max(0, start.length() - END.length())) + "'");
    return start.substring(0, start.length() - END.length()) + inner + END;
  }

  private static String write(String operation, TwiML response) {
    try {
      return response.toXml().trim();
    } catch (TwiMLException e) {
      throw new IllegalStateException(operation + ": " + e.getMessage(), e);
    }
  }
}
