package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Matcher.quoteReplacement;

import org.mule.runtime.api.metadata.TypedValue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xml.sax.InputSource;

/**
 * The TwiML with which a flow answers Twilio, or that is sent with a call: well-formed, with the root Response, and not over the
 * size that Twilio takes. Immutable.
 */
public final class Twiml {

  private static final String NOTHING = "<Response/>";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final byte[] UTF_8_BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final Pattern DECLARED_ENCODING = Pattern.compile("^(<\\?xml\\s[^>]*?encoding\\s*=\\s*)[\"']([^\"']*)[\"']");

  private final AnswerBody body;

  private Twiml(byte[] bytes, String contentType) {
    this.body = new AnswerBody(bytes, contentType);
  }

  /**
   * @param payload what a flow ended with: text, bytes or a stream
   * @return it, as TwiML; an empty Response where there is nothing
   * @throws IllegalArgumentException that says why it is not TwiML
   */
  public static Twiml of(TypedValue<?> payload) {
    Object value = payload.getValue();
    if (value == null) {
      return ofText(NOTHING);
    }
    return value instanceof CharSequence ? ofText(value.toString())
        : ofBytes(PayloadBytes.of(value), payload.getDataType().getMediaType().getCharset());
  }

  /**
   * @param text TwiML that is sent as a parameter
   * @return the text as Twilio reads it, without a byte order mark and declared as UTF-8
   * @throws IllegalArgumentException that says why it is not TwiML
   */
  public static String requireText(String text) {
    return new String(ofText(text).getBytes(), UTF_8);
  }

  public byte[] getBytes() {
    return body.getBytes();
  }

  public String getContentType() {
    return body.getContentType();
  }

  /** @return the TwiML as it is sent */
  AnswerBody toBody() {
    return body;
  }

  private static Twiml ofText(String text) {
    String content = startOf(text);
    if (content.isEmpty()) {
      return ofText(NOTHING);
    }
    Matcher declared = DECLARED_ENCODING.matcher(content);
    // the text is sent in UTF-8, whatever it says
    String twiml = declared.find() && !declared.group(2).equalsIgnoreCase(UTF_8.name())
        ? declared.replaceFirst(quoteReplacement(declared.group(1) + '"' + UTF_8.name() + '"')) : content;
    byte[] bytes = PayloadBytes.requireSize(twiml.getBytes(UTF_8));
    ResponseCheck.require(new InputSource(new StringReader(twiml)), twiml);
    return new Twiml(bytes, "text/xml; charset=utf-8");
  }

  private static Twiml ofBytes(byte[] bytes, Optional<Charset> charset) {
    if (isMarkedAsUtf8(bytes)) {
      return ofText(new String(bytes, UTF_8));
    }
    String text = new String(bytes, charset.orElse(UTF_8));
    if (startOf(text).isEmpty() || charset.isPresent() && !DECLARED_ENCODING.matcher(text).find()) {
      return ofText(text);
    }
    ResponseCheck.require(new InputSource(new ByteArrayInputStream(bytes)), text);
    return new Twiml(bytes, "text/xml");
  }

  private static boolean isMarkedAsUtf8(byte[] bytes) {
    int length = UTF_8_BYTE_ORDER_MARK.length;
    return bytes.length >= length && Arrays.equals(Arrays.copyOf(bytes, length), UTF_8_BYTE_ORDER_MARK);
  }

  /** @return the text without the byte order marks and blanks at its start, which may not stand before a declaration */
  private static String startOf(String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == BYTE_ORDER_MARK || Character.isWhitespace(text.charAt(start)))) {
      start++;
    }
    return text.substring(start);
  }
}
