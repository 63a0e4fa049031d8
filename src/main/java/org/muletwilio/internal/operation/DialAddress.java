package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Validation.isEmpty;

import org.muletwilio.internal.callback.codec.Excerpt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a Dial connects: Twilio has an element for each kind of address, and only its debugger tells of one that is in a wrong
 * element. Immutable.
 */
public final class DialAddress {

  /** The elements of Dial that hold an address. */
  public enum Kind {
    NUMBER, CLIENT, SIP, WHATSAPP
  }

  private static final String CLIENT = "client:";
  private static final String WHATSAPP = "whatsapp:";
  /** E.164, or as numbers of the USA are written. */
  private static final Pattern NUMBER = Pattern.compile("\\+?[-0-9 ().]+");
  private static final Pattern E_164 = Pattern.compile("\\+[0-9]+");
  private static final int MOST_DIGITS = 15;
  private static final int MOST_OF_SIP = 254;

  private final Kind kind;
  private final String content;

  private DialAddress(Kind kind, String content) {
    this.kind = kind;
    this.content = content;
  }

  /**
   * @param text a phone number, <code>client:name</code>, <code>sip:name@example.com</code> or <code>whatsapp:+15551234567</code>
   * @throws IllegalArgumentException that says what is wrong with it
   */
  public static DialAddress parse(String text) {
    String address = text.trim();
    String problem = "is '" + Excerpt.of(text) + "': ";
    if (hasScheme(address, CLIENT)) {
      String name = address.substring(CLIENT.length());
      require(!isEmpty(name), problem + "the name of the client is missing");
      return new DialAddress(Kind.CLIENT, name);
    }
    if (hasScheme(address, WHATSAPP)) {
      String number = address.substring(WHATSAPP.length());
      require(isNumber(number, E_164), problem + "whatsapp: is followed by a number in E.164 format, such as +15551234567");
      return new DialAddress(Kind.WHATSAPP, number);
    }
    if (hasScheme(address, "sip:") || hasScheme(address, "sips:")) {
      require(isUri(address), problem + "it is not a SIP address such as sip:name@example.com");
      require(address.length() <= MOST_OF_SIP, problem + "Twilio takes SIP addresses of up to " + MOST_OF_SIP + " characters");
      return new DialAddress(Kind.SIP, address);
    }
    require(isNumber(address, NUMBER), problem + "Twilio dials a number in E.164 format such as +15551234567, client:name, "
        + "sip:name@example.com or whatsapp:+15551234567");
    return new DialAddress(Kind.NUMBER, address);
  }

  /** @return what is wrong with the text, or empty where it is an address */
  public static Optional<String> reasonAgainst(String text) {
    try {
      parse(text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** @return whether the text is the number of a WhatsApp sender, with its prefix */
  public static boolean isWhatsApp(String text) {
    return text != null && hasScheme(text.trim(), WHATSAPP);
  }

  public Kind getKind() {
    return kind;
  }

  /** @return what its element holds: a client and a WhatsApp number without their prefix */
  public String getContent() {
    return content;
  }

  /** A scheme may be written in capitals. */
  private static boolean hasScheme(String address, String scheme) {
    return address.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static boolean isNumber(String text, Pattern format) {
    long digits = text.chars().filter(each -> each >= '0' && each <= '9').count();
    return digits > 0 && digits <= MOST_DIGITS && format.matcher(text).matches();
  }

  private static boolean isUri(String address) {
    try {
      new URI(address);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
