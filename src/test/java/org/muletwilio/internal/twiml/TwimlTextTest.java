package org.muletwilio.internal.twiml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.metadata.TypedValue;

import org.muletwilio.internal.callback.content.Twiml;
import org.muletwilio.internal.error.TwilioException;

import java.io.ByteArrayInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Say;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The TwiML that operations write: valid whatever the texts hold, and appended to whatever TwiML there is. */
class TwimlTextTest {

  private static final Hangup HANGUP = new Hangup.Builder().build();

  @ParameterizedTest
  @ValueSource(strings = {
      "<Response/>|<Response><Hangup/></Response>",
      "<Response />|<Response><Hangup/></Response>",
      "<Response\n/>|<Response><Hangup/></Response>",
      "<Response></Response>|<Response><Hangup/></Response>",
      "<Response></Response >|<Response><Hangup/></Response>",
      "<Response><Pause/></Response>|<Response><Pause/><Hangup/></Response>",
      "<Response><Pause/></Response> \n|<Response><Pause/><Hangup/></Response> \n",
      "<Response><Pause/></Response><!-- x -->|<Response><Pause/><Hangup/></Response><!-- x -->",
      "<Response><Pause/></Response> <!-- </Response> --> <!----> |<Response><Pause/><Hangup/></Response> <!-- </Response> --> "
      + "<!----> ",
      "<Response/><!-- x -->|<Response><Hangup/></Response><!-- x -->",
      "<!-- a --><Response/>|<!-- a --><Response><Hangup/></Response>",
      "<?xml version='1.0'?>\n<Response/>|<?xml version='1.0'?>\n<Response><Hangup/></Response>",
      "<Response a='b'/>|<Response a='b'><Hangup/></Response>",
      "<Response a='>'/>|<Response a='>'><Hangup/></Response>",
      "<Response a='/>' b=\"'\"/>|<Response a='/>' b=\"'\"><Hangup/></Response>",
      "<Response a='>'></Response>|<Response a='>'><Hangup/></Response>",
      "<Response/><?x y?> <!-- x -->|<Response><Hangup/></Response><?x y?> <!-- x -->",
  })
  void aVerbIsAppended(String beforeAndAfter) {
    String[] twiml = beforeAndAfter.split("\\|");
    assertEquals(twiml[1], TwimlText.append("op", twiml[0], HANGUP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void whereThereIsNothingAResponseBegins(String before) {
    assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Hangup/></Response>",
                 TwimlText.append("op", before, HANGUP));
    assertEquals(TwimlText.append("op", "", HANGUP), TwimlText.append("op", null, HANGUP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "<Answer/>", "<Responses/>", "<Response>", "</response>", "<Response/> x", "-->", "<!-- x -->",
      "<Response><Say>a</Say>", "/>", ">"})
  void whatIsNotTwimlIsRefused(String before) {
    TwilioException refused = assertThrows(TwilioException.class, () -> TwimlText.append("twilio:op", before, HANGUP));
    assertTrue(refused.getMessage().startsWith("twilio:op: after is not TwiML: it must end with </Response>, and ends with '"),
               refused.getMessage());
  }

  /** It ends as TwiML does, and Twilio could not read it. */
  @ParameterizedTest
  @ValueSource(strings = {"</Response>", "<Response/><Response/>", "x<Response/>", "<Response><Say></Response>",
      "<Response xmlns='urn:x'></Response>", "<a><Response/>", "<Response>&nbsp;</Response>",
      "<Other><Response/></Other><Response/>"})
  void whatIsNotWellFormedIsRefused(String before) {
    String refused = assertThrows(TwilioException.class, () -> TwimlText.append("twilio:op", before, HANGUP)).getMessage();
    assertTrue(refused.startsWith("twilio:op: after is not TwiML: it"), refused);
  }

  @Test
  void aByteOrderMarkAndAnotherEncodingAreTakenOff() {
    assertEquals("<Response><Hangup/></Response>", TwimlText.append("op", "\uFEFF<Response/>", HANGUP));
    assertEquals("<?xml version='1.0' encoding=\"UTF-8\"?><Response><Hangup/></Response>",
                 TwimlText.append("op", "<?xml version='1.0' encoding='UTF-16'?><Response/>", HANGUP));
  }

  @Test
  void whatIsShownIsShortAndEscaped() {
    String refused = assertThrows(TwilioException.class, () -> TwimlText.append("op", "x".repeat(5000) + "\n\0y", HANGUP))
        .getMessage();
    assertTrue(refused.endsWith("x\\n\\u0000y'") && refused.length() < 200, refused);
  }

  /** An SMS may hold any of them, and flows say or send it back. */
  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u0001", "\b", "\u000B", "\f", "\u000E", "\u001B", "\u001F", "\uFFFE", "\uFFFF", "\uD83D",
      "\uDE00", "\uDE00\uD83D"})
  void whatXmlCannotHoldIsLeftOut(String character) throws Exception {
    String xml = TwimlText.append("op", null, new Say.Builder("a" + character + "b").option("voice", "v" + character).build());
    Element say = (Element) parse(xml).getFirstChild();
    assertEquals("ab", say.getTextContent());
    assertEquals("v", say.getAttribute("voice"));
  }

  @Test
  void whatXmlCanHoldStays() throws Exception {
    String text = "a\tb\nc <&>\"' ]]> \u007F\u0085\u2028 Grüße \uE000\uFFFD 😀 \uDBFF\uDFFD";
    assertEquals(text, parse(TwimlText.append("op", null, new Say.Builder(text).build())).getTextContent());
    assertSame(text, XmlText.of(text));
  }

  @Property
  void everyTextIsValidTwiml(@ForAll String text) {
    Gather verb = new Gather.Builder().finishOnKey(text).say(new Say.Builder(text).option("voice", text).build()).build();
    String once = TwimlText.append("op", null, verb);
    Twiml.of(TypedValue.of(once));
    Twiml.of(TypedValue.of(TwimlText.append("op", once, verb)));
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes("UTF-8")))
        .getDocumentElement();
  }
}
