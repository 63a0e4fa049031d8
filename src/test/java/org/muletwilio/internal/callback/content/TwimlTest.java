package org.muletwilio.internal.callback.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Say;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlTest {

  @Test
  void nothingIsAnEmptyResponse() {
    for (Object nothing : new Object[] {null, "", " \n", new byte[0], new ByteArrayInputStream(new byte[0])}) {
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

  @Test
  void whatTheSdkWritesIsTwiml() {
    String twiml = new VoiceResponse.Builder().say(new Say.Builder("<&>\"'").build()).build().toXml();
    assertEquals(twiml, text(twiml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "<Say>Hello</Say>", "<Response>", "<Response><Say></Response>", "<response/>",
      "<Response/><Response/>", "<Response>&nbsp;</Response>", "<Response a=b/>", "{}", "<x:Response xmlns:x='y'/>",
      "<Response xmlns='y'/>", "\uFEFF\uFEFF<Response/>", "<!DOCTYPE Response><Response/>",
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
      assertTrue(assertThrows(IllegalArgumentException.class, () -> Twiml.of(TypedValue.of(tooMuch))).getMessage().contains("65536"));
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
