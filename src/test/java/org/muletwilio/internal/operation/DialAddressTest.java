package org.muletwilio.internal.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which element of Dial an address belongs in, as Twilio's pages about Number, Client, Sip and WhatsApp tell. */
class DialAddressTest {

  @ParameterizedTest
  @CsvSource({
      "+16175551212, NUMBER, +16175551212", "' +16175551212 ', NUMBER, +16175551212", "(415) 555-1212, NUMBER, (415) 555-1212",
      "415-555-1212, NUMBER, 415-555-1212", "911, NUMBER, 911", "client:joe, CLIENT, joe", "Client:Joe Smith, CLIENT, Joe Smith",
      "sip:jack@example.com, SIP, sip:jack@example.com", "SIP:jack@example.com, SIP, SIP:jack@example.com",
      "sips:jack@example.com, SIP, sips:jack@example.com",
      "sip:jack@example.com;transport=tls?x-order=1, SIP, sip:jack@example.com;transport=tls?x-order=1",
      "whatsapp:+15551234567, WHATSAPP, +15551234567", "WhatsApp:+15551234567, WHATSAPP, +15551234567"})
  void anAddressBelongsInItsElement(String text, DialAddress.Kind kind, String content) {
    DialAddress address = DialAddress.parse(text);
    assertEquals(kind, address.getKind());
    assertEquals(content, address.getContent());
    assertTrue(DialAddress.reasonAgainst(text).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tel:+15551234567", "+1555123456789012", "joe", "+", "", "messenger:1", "http://example.com",
      "1-800-FLOWERS", "+1555<1>", "()", "\u0661\u0662\u0663"})
  void whatNoElementHoldsIsRefused(String text) {
    assertEquals("is '" + text + "': Twilio dials a number in E.164 format such as +15551234567, client:name, "
        + "sip:name@example.com or whatsapp:+15551234567", reason(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"whatsapp:", "whatsapp:joe", "whatsapp:5551234567", "whatsapp:+1 555 123"})
  void aWhatsAppNumberIsInE164(String text) {
    assertEquals("is '" + text + "': whatsapp: is followed by a number in E.164 format, such as +15551234567", reason(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sip:", "sips:", "sip:joe bloggs@example.com", "sip:joe|x@example.com"})
  void aSipAddressIsAUri(String text) {
    assertEquals("is '" + text + "': it is not a SIP address such as sip:name@example.com", reason(text));
  }

  @Test
  void aSipAddressIsShort() {
    String longest = "sip:" + "x".repeat(238) + "@example.com";
    assertEquals(254, longest.length());
    assertEquals(DialAddress.Kind.SIP, DialAddress.parse(longest).getKind());
    assertTrue(reason(longest + "x").endsWith("Twilio takes SIP addresses of up to 254 characters"));
  }

  @Test
  void aClientHasAName() {
    assertEquals("is 'client: ': the name of the client is missing", reason("client: "));
  }

  private static String reason(String text) {
    return assertThrows(IllegalArgumentException.class, () -> DialAddress.parse(text)).getMessage();
  }
}
