package org.muletwilio.internal.callback.forgery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.Draft;
import org.muletwilio.internal.callback.ReceiverFixture;
import org.muletwilio.testkit.fuzz.RequestSignature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callbacks that Twilio sends in another spelling than it signed, from the listener to the flow. */
class SpellingsTest {

  private static final String TARGET = ReceiverFixture.target(CallbackKind.CALL_STATUS);

  private final ReceiverFixture fixture;

  SpellingsTest() throws Exception {
    fixture = new ReceiverFixture(false);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "&From=sip%3Aalice%40example.com&CallSid=CA1 | &From=sip:alice@example.com&CallSid=CA1 | 204",
      "&ToCity=Sull%27Adda | &ToCity=Sull'Adda | 204",
      "&ToCity=San+Jose | &ToCity=San%20Jose | 204",
      "&Body=a%26b%3Dc | &Body=a&b=c | 403",
      "&Body=a&b=c | &Body=a%26b%3Dc | 403",
      "&From=%2B1555 | &From=+1555 | 403",
      "&From=sip%3Aalice | &From=sip:bob | 403"})
  void aGet(String sent, String signed, int status) {
    Draft draft = get(TARGET + sent);
    draft.signature = RequestSignature.sha1(ReceiverFixture.SECRET, ReceiverFixture.ORIGIN + TARGET + signed);
    assertEquals(status, status(draft));
    draft.target = TARGET.replace("~", "%7E") + sent;
    assertEquals(status, status(draft));
  }

  @Test
  void theTildeOfThePathToo() {
    Draft draft = Draft.form();
    String target = draft.target;
    draft.target = target.replace("~", "%7E");
    assertEquals(204, status(draft));
    draft.target = target.replace("~", "%7e");
    assertEquals(204, status(draft));
    draft.target = target.replace("~", "%7F");
    assertEquals(404, status(draft));
  }

  @Test
  void thePortThatVoiceDrops() {
    Draft draft = Draft.form();
    draft.signature = RequestSignature.sha1(ReceiverFixture.SECRET, ReceiverFixture.ORIGIN + ":443" + draft.target
        + "Body\u00fc 1MessageSidSM1MessageStatussent");
    assertEquals(204, status(draft));
    draft.signature = RequestSignature.sha1(ReceiverFixture.SECRET, ReceiverFixture.ORIGIN + ":8443" + draft.target
        + "Body\u00fc 1MessageSidSM1MessageStatussent");
    assertEquals(403, status(draft));
  }

  @Test
  void theFragmentOfItsKindAlone() {
    String fields = "Body\u00fc 1MessageSidSM1MessageStatussent";
    for (String fragment : new String[] {"#rc=3&rp=5xx,ct,rt", "#rp=5xx,ct,rt", "#rp=ct,rt", "#rc=5", "#"}) {
      Draft draft = Draft.form();
      draft.signature = RequestSignature.sha1(ReceiverFixture.SECRET, ReceiverFixture.ORIGIN + draft.target + fragment + fields);
      assertEquals(fragment.contains("5xx") ? 204 : 403, status(draft), fragment);
    }
  }

  private static Draft get(String target) {
    Draft draft = Draft.form();
    draft.method = "GET";
    draft.target = target;
    draft.body = new byte[0];
    draft.contentType = null;
    return draft;
  }

  private int status(Draft draft) {
    return fixture.handle(draft.request()).get(0).getStatusCode();
  }
}
