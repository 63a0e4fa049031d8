package org.muletwilio.internal.callback.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.internal.callback.Draft;
import org.muletwilio.internal.callback.ReceiverFixture;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.testkit.fuzz.RequestSignature;

import org.junit.jupiter.api.Test;

/**
 * A captured request with its signature, sent again with the signed text cut in another way: Twilio puts no separators between
 * address, names and values. Each of these has a signature that fits.
 */
class MovedTextTest {

  private static final String ACCOUNT = "AC" + "1".repeat(32);
  private static final String MESSAGE = "SM" + "2".repeat(32);
  private static final String FIELDS = "AccountSid" + ACCOUNT + "MessageSid" + MESSAGE + "MessageStatussent";

  private final ReceiverFixture fixture;

  MovedTextTest() throws Exception {
    fixture = new ReceiverFixture(false);
  }

  @Test
  void theRequestItselfIsGenuine() {
    assertEquals(204, status(form()));
  }

  @Test
  void noFieldMovesIntoTheContext() {
    Draft all = form();
    all.target += FIELDS;
    all.body = new byte[0];
    assertRefused(all);
    Draft first = form();
    first.target += "AccountSid" + ACCOUNT;
    first.body = encoded("MessageSid", MESSAGE, "MessageStatus", "sent");
    assertRefused(first);
    Draft name = form();
    name.target += "Account";
    name.body = encoded("Sid" + ACCOUNT + "MessageSid", MESSAGE + "MessageStatussent");
    assertRefused(name);
  }

  @Test
  void noPartOfTheContextMovesIntoAField() {
    String target = form().target;
    for (int end = target.indexOf('/', 1); end < target.length(); end++) {
      String moved = target.substring(end);
      Draft draft = form();
      draft.target = target.substring(0, end);
      draft.body = encoded(moved + "AccountSid", ACCOUNT, "MessageSid", MESSAGE, "MessageStatus", "sent");
      assertRefused(draft);
      draft.body = encoded(moved, FIELDS);
      assertRefused(draft);
      draft.body = encoded("", moved + FIELDS);
      assertRefused(draft);
    }
  }

  @Test
  void theFieldsOfAGetMoveIntoNoForm() {
    for (String query : new String[] {"&AccountSid=" + ACCOUNT, "&AccountSid=" + ACCOUNT + "&MessageSid=" + MESSAGE}) {
      Draft get = form();
      get.method = "GET";
      get.target += query;
      get.body = new byte[0];
      get.signAddressWith(ReceiverFixture.SECRET);
      assertEquals(204, status(get));
      for (int start = 0; start < query.length(); start++) {
        Draft draft = form();
        draft.target += query.substring(0, start);
        draft.body = encoded(query.substring(start), "");
        draft.signature = get.signature;
        assertRefused(draft);
        draft.body = encoded("", query.substring(start));
        assertRefused(draft);
      }
    }
  }

  @Test
  void aFormMovesIntoNoQuery() {
    Draft draft = form();
    draft.target += "&x=" + FIELDS;
    draft.body = new byte[0];
    assertRefused(draft);
    Draft own = form();
    own.target += "&x=1";
    own.signFormWith(ReceiverFixture.SECRET);
    assertRefused(own);
  }

  @Test
  void theHashOfJsonMovesIntoNoForm() {
    Draft json = Draft.json();
    int hash = json.target.indexOf("&bodySHA256");
    Draft draft = Draft.json();
    draft.contentType = null;
    draft.target = json.target.substring(0, hash);
    draft.body = encoded(json.target.substring(hash), "");
    assertRefused(draft);
    draft.body = encoded(json.target.substring(hash, hash + 12), json.target.substring(hash + 12));
    assertRefused(draft);
  }

  @Test
  void theHashOfJsonIsThereOnce() {
    for (String second : new String[] {"0".repeat(64), ""}) {
      Draft draft = Draft.json();
      draft.target += "&bodySHA256=" + second;
      draft.signAddressWith(ReceiverFixture.SECRET);
      assertRefused(draft);
    }
  }

  /** Some tools sign the fragment too, which nobody sends. */
  @Test
  void aSignedFragmentMovesIntoNoField() {
    Draft draft = form();
    String fragment = "#rc=3&rp=5xx,ct,rt";
    draft.signature = RequestSignature.sha1(ReceiverFixture.SECRET, ReceiverFixture.ORIGIN + draft.target + fragment + FIELDS);
    draft.body = encoded(fragment + "AccountSid", ACCOUNT, "MessageSid", MESSAGE, "MessageStatus", "sent");
    assertRefused(draft);
  }

  @Test
  void noNeighbourMovesIntoASid() {
    Draft draft = form();
    draft.body = encoded("AccountSid", ACCOUNT, "MessageSid", MESSAGE + "MessageStatussent");
    assertRefused(draft);
    draft.body = encoded("AccountSid", ACCOUNT + "MessageSid" + MESSAGE, "MessageStatus", "sent");
    assertRefused(draft);
  }

  /** The sender of a message writes its text. */
  @Test
  void noTextBecomesASecondSender() {
    Draft genuine = Draft.form("Body", "xFrom+15550001", "From", "+15550002");
    genuine.signFormWith(ReceiverFixture.SECRET);
    assertEquals(204, status(genuine));
    Draft draft = Draft.form("Body", "x", "From", "+15550001", "From", "+15550002");
    draft.signature = genuine.signature;
    assertRefused(draft);
  }

  private void assertRefused(Draft draft) {
    int before = fixture.runs();
    int status = status(draft);
    assertEquals(true, status == 403 || status == 404, () -> status + " to " + draft);
    assertEquals(before, fixture.runs());
  }

  private int status(Draft draft) {
    return fixture.handle(draft.request()).get(0).getStatusCode();
  }

  private static Draft form() {
    Draft draft = Draft.form("AccountSid", ACCOUNT, "MessageSid", MESSAGE, "MessageStatus", "sent");
    draft.signFormWith(ReceiverFixture.SECRET);
    return draft;
  }

  private static byte[] encoded(String... namesAndValues) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(FormFields.encode(namesAndValues[i])).append('=')
          .append(FormFields.encode(namesAndValues[i + 1]));
    }
    return body.toString().getBytes(UTF_8);
  }
}
