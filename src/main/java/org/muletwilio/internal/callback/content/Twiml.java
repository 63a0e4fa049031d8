package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.streaming.bytes.CursorStreamProvider;

import org.muletwilio.internal.callback.codec.BoundedBody;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The TwiML with which a flow answers Twilio: well-formed, with the root Response, and not over the size that Twilio takes. */
public final class Twiml {

  private static final int MOST_BYTES = 64 * 1024;
  private static final String ROOT = "Response";
  private static final String NOTHING = "<Response/>";
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private final byte[] bytes;
  private final String contentType;

  private Twiml(byte[] bytes, String contentType) {
    this.bytes = bytes;
    this.contentType = contentType;
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
    if (value instanceof CharSequence) {
      return ofText(value.toString());
    }
    byte[] bytes = bytesOf(value);
    if (bytes.length == 0) {
      return ofText(NOTHING);
    }
    requireResponse(new InputSource(new ByteArrayInputStream(bytes)));
    return new Twiml(bytes, "text/xml");
  }

  public byte[] getBytes() {
    return bytes;
  }

  public String getContentType() {
    return contentType;
  }

  private static Twiml ofText(String text) {
    if (text.trim().isEmpty()) {
      return ofText(NOTHING);
    }
    byte[] bytes = requireSize(text.getBytes(UTF_8));
    requireResponse(new InputSource(new StringReader(text)));
    return new Twiml(bytes, "text/xml; charset=utf-8");
  }

  private static byte[] bytesOf(Object value) {
    if (value instanceof byte[]) {
      return requireSize((byte[]) value).clone();
    }
    try (InputStream stream = value instanceof CursorStreamProvider ? ((CursorStreamProvider) value).openCursor()
        : value instanceof InputStream ? (InputStream) value : null) {
      if (stream == null) {
        throw new IllegalArgumentException("it is a " + value.getClass().getSimpleName() + ", not text, bytes or a stream");
      }
      return requireSize(BoundedBody.read(stream, MOST_BYTES).orElse(new byte[MOST_BYTES + 1]));
    } catch (IOException e) {
      throw new IllegalArgumentException("it can't be read: " + e.getMessage(), e);
    }
  }

  private static byte[] requireSize(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("it is over " + MOST_BYTES + " bytes, which is the most that Twilio takes");
    }
    return bytes;
  }

  private static void requireResponse(InputSource source) {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.newSAXParser().parse(source, new RootCheck());
    } catch (SAXException | IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java's XML parser can't be told to refuse document types", e);
    }
  }

  /** Reads all, and minds the root alone. */
  private static final class RootCheck extends DefaultHandler {

    private boolean rootSeen;

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) throws SAXException {
      if (!rootSeen && !(ROOT.equals(localName) && uri.isEmpty())) {
        throw new SAXException("its root is <" + qualifiedName + ">, not <" + ROOT + ">");
      }
      rootSeen = true;
    }
  }
}
