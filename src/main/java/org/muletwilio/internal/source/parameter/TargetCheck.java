package org.muletwilio.internal.source.parameter;

import org.muletwilio.internal.callback.codec.Excerpt;

import java.util.regex.Pattern;

/** Checks what names a number, a service … before Twilio is asked. */
final class TargetCheck {

  private static final Pattern E_164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");
  private static final Pattern SENDER = Pattern.compile("(?:whatsapp|rcs):\\S{1,250}");

  private TargetCheck() {}

  /** @throws IllegalArgumentException if it is neither a number in E.164 format nor a number's SID */
  static String number(String number) {
    if (E_164.matcher(number).matches() || isSid(number, "PN")) {
      return number;
    }
    throw new IllegalArgumentException("phoneNumber is '" + Excerpt.of(number) + "': a number is in E.164 format, such as "
        + "+15551234567, or is given by its SID, PN and 32 hexadecimal digits");
  }

  /** @throws IllegalArgumentException if it is not such a SID */
  static String sid(String parameter, String sid, String prefix) {
    if (isSid(sid, prefix)) {
      return sid;
    }
    throw new IllegalArgumentException(parameter + " is '" + Excerpt.of(sid) + "': it is " + prefix
        + " and 32 hexadecimal digits");
  }

  /** @throws IllegalArgumentException if it is neither a sender's address nor its SID */
  static String sender(String sender) {
    if (SENDER.matcher(sender).matches() || isSid(sender, "XE")) {
      return sender;
    }
    throw new IllegalArgumentException("sender is '" + Excerpt.of(sender) + "': a sender is whatsapp: or rcs: with its address, "
        + "such as whatsapp:+15551234567, or is given by its SID, XE and 32 hexadecimal digits");
  }

  private static boolean isSid(String text, String prefix) {
    return text.startsWith(prefix) && SID.matcher(text).matches();
  }
}
