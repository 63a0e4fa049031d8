package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.metadata.DataType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Say;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class TwimlTest {

  @Test
  void nothingIsAnEmptyResponse() {
    for (Object nothing : new Object[] {null, "", " \n", "\uFEFF", "\uFEFF \t", new byte[0], " \r\n".getBytes(UTF_8),
        "\uFEFF\n".getBytes(UTF_8), new ByteArrayInputStream(new byte[0]), new ByteArrayInputStream(new byte[] {' '})}) {
      assertEquals("<Response/>", text(nothing));
    }
  }

  @Test
  void textBytesAndStreamsGoOutAsTheyAre() {
    String twiml = "<?xml version='1.0' encoding='UTF-8'?>\n<Response><Say>Grüezi &amp; hallo</Say></Response>\n";
    assertEquals(twiml, text(twiml));
    assertEquals(twiml, text(new StringBuilder(twiml)));
    assertEquals(twiml, text(twiml.getBytes(UTF_8)));
    assertEquals(twiml, text(new ByteArrayInputStream(twiml.getBytes(UTF_8))));
  }

  @Test
  void bytesThatTheFlowChangesLaterStayAsTheyWere() {
    byte[] bytes = "<Response/>".getBytes(UTF_8);
    Twiml twiml = Twiml.of(TypedValue.of(bytes));
    bytes[1] = 'X';
    assertEquals("<Response/>", new String(twiml.getBytes(), UTF_8));
  }

  @Test
  void bytesKeepTheirOwnEncoding() {
    byte[] latin = "<?xml version='1.0' encoding='ISO-8859-1'?><Response><Say>Grüezi</Say></Response>".getBytes(ISO_8859_1);
    byte[] utf16 = "<Response><Say>Grüezi</Say></Response>".getBytes(UTF_16);
    assertArrayEquals(latin, Twiml.of(TypedValue.of(latin)).getBytes());
    assertArrayEquals(utf16, Twiml.of(TypedValue.of(utf16)).getBytes());
    assertEquals("text/xml", Twiml.of(TypedValue.of(latin)).getContentType());
    assertEquals("text/xml; charset=utf-8", Twiml.of(TypedValue.of("<Response/>")).getContentType());
  }

  /** Editors and files on Windows begin with one. */
  @Test
  void aByteOrderMarkIsTakenOff() {
    for (String twiml : new String[] {"<Response><Say>Grüezi</Say></Response>", "<?xml version='1.0'?><Response/>"}) {
      assertEquals(twiml, text("\uFEFF" + twiml));
      assertEquals(twiml, text(("\uFEFF" + twiml).getBytes(UTF_8)));
      assertEquals(twiml, text(new ByteArrayInputStream(("\uFEFF" + twiml).getBytes(UTF_8))));
    }
  }

  /** A text is sent in UTF-8. What it was read from had the other encoding. */
  @ParameterizedTest
  @ValueSource(strings = {"<?xml version='1.0' encoding='ISO-8859-1'?>", "<?xml version=\"1.0\" encoding=\"UTF-16\" ?>",
      "\uFEFF<?xml version='1.0' encoding = \"windows-1252\" standalone='yes'?>"})
  void aTextIsDeclaredAsWhatItIsSentIn(String declaration) throws Exception {
    byte[] sent = Twiml.of(TypedValue.of(declaration + "<Response><Say>Grüezi €</Say></Response>")).getBytes();
    Document read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(sent));
    assertEquals("UTF-8", read.getXmlEncoding());
    assertEquals("Grüezi €", read.getDocumentElement().getTextContent());
  }

  @Test
  void bytesAreReadAsTheirMediaTypeSays() {
    byte[] latin = "<Response><Say>Grüezi</Say></Response>".getBytes(ISO_8859_1);
    DataType type = DataType.builder().type(byte[].class).mediaType("application/xml;charset=ISO-8859-1").build();
    assertEquals("<Response><Say>Grüezi</Say></Response>", new String(Twiml.of(new TypedValue<>(latin, type)).getBytes(), UTF_8));
    assertThrows(IllegalArgumentException.class, () -> Twiml.of(TypedValue.of(latin)));
  }

  @Test
  void blanksBeforeTheDeclarationAreTakenOff() {
    assertEquals("<?xml version='1.0'?><Response/>", text("\n  <?xml version='1.0'?><Response/>"));
  }

  @Test
  void theReasonShowsWhereAndWhatInOneShortLine() {
    assertEquals("it is not XML (line 1, column 1: Content is not allowed in prolog.). It starts with 'Hello\\nworld'",
                 refusal("Hello\nworld"));
    String reason = refusal("\u001B[31m" + "secret ".repeat(1000));
    assertTrue(reason.length() < 200 && reason.chars().noneMatch(Character::isISOControl), reason);
    assertEquals("its root <Response> is in the namespace 'http://x.example': TwiML has no namespace",
                 refusal("<Response xmlns='http://x.example'/>"));
    assertEquals("its root <x:Response> is in the namespace 'y': TwiML has no namespace", refusal("<x:Response xmlns:x='y'/>"));
    assertEquals("its root is <Answer>, not <Response>", refusal("<Answer/>"));
  }

  @Test
  void whatTheSdkWritesIsTwiml() {
    String twiml = new VoiceResponse.Builder().say(new Say.Builder("<&>\"'").build()).build().toXml();
    assertEquals(twiml, text(twiml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "<Say>Hello</Say>", "<Response>", "<Response><Say></Response>", "<response/>",
      "<Response/><Response/>", "<Response>&nbsp;</Response>", "<Response a=b/>", "{}", "<x:Response xmlns:x='y'/>",
      "<Response xmlns='y'/>", "<!DOCTYPE Response><Response/>",
      "<!DOCTYPE Response SYSTEM 'file:///etc/passwd'><Response/>",
      "<!DOCTYPE Response [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Response><Say>&x;</Say></Response>",
      "<!DOCTYPE Response [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><Response>&b;</Response>"})
  void refusesWhatIsNone(String text) {
    assertThrows(IllegalArgumentException.class, () -> Twiml.of(TypedValue.of(text)));
    assertThrows(IllegalArgumentException.class, () -> Twiml.of(TypedValue.of(text.getBytes(UTF_8))));
  }

  @Test
  void refusesWhatIsTooLarge() {
    String start = "<Response><Say>";
    String end = "</Say></Response>";
    String most = start + "x".repeat(64 * 1024 - start.length() - end.length()) + end;
    assertEquals(most, text(most));
    for (Object tooMuch : new Object[] {most + " ", (most + " ").getBytes(UTF_8), new Endless()}) {
      assertTrue(assertThrows(IllegalArgumentException.class, () -> Twiml.of(TypedValue.of(tooMuch))).getMessage()
          .contains("65536"));
    }
  }

  @Test
  void refusesOtherObjectsByTheirType() {
    assertTrue(refusal(Map.of("a", "b")).contains("not text, bytes or a stream"));
    assertTrue(refusal(new MultiMap<>()).startsWith("it is a MultiMap"));
  }

  private static String refusal(Object payload) {
    return assertThrows(IllegalArgumentException.class, () -> Twiml.of(TypedValue.of(payload))).getMessage();
  }

  private static String text(Object payload) {
    return new String(Twiml.of(TypedValue.of(payload)).getBytes(), UTF_8);
  }

  /** Never ends, and fails if more is read than is needed to know that it is too large. */
  private static final class Endless extends InputStream {

    private int given;

    @Override
    public int read() throws IOException {
      if (given++ > 1 << 20) {
        throw new IOException("read on and on");
      }
      return 'x';
    }
  }
}
