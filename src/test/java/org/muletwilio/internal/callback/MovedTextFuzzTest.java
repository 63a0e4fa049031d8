package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.simulator.Form;
import org.muletwilio.testkit.fuzz.RequestSignature;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * However the signed text of a captured request is cut into an address, names and values: what is believed has the address of the
 * genuine one, with its flow, correlation id and context, and no SID but those of the genuine one.
 */
class MovedTextFuzzTest {

  private static final String ACCOUNT = "AC" + "1".repeat(32);
  private static final String MESSAGE = "SM" + "2".repeat(32);

  private final ReceiverFixture fixture;

  MovedTextFuzzTest() throws Exception {
    fixture = new ReceiverFixture(false);
  }

  @Property
  void anotherCutSaysNothingNew(@ForAll("genuine") Draft genuine, @ForAll("moves") List<Move> moves) {
    Cut cut = Cut.of(genuine);
    moves.forEach(cut::apply);
    Draft draft = cut.draft(genuine.signature);
    Assume.that(RequestSignature.signed(ReceiverFixture.ORIGIN + draft.target, text(draft.body)).equals(cut.signed));
    int before = fixture.runs();
    if (fixture.handle(draft.request()).get(0).getStatusCode() == 204) {
      assertEquals(genuine.target, draft.target);
      Form form = Form.parse(text(draft.body));
      for (Form.Field field : form.fields()) {
        if (field.name().equals("AccountSid")) {
          assertTrue(ACCOUNT.startsWith(field.value()), draft::toString);
        }
        if (field.name().equals("MessageSid") || field.name().equals("SmsSid")) {
          assertTrue(MESSAGE.startsWith(field.value()), draft::toString);
        }
      }
    } else {
      assertEquals(before, fixture.runs());
    }
  }

  /** A signed text and where it is cut: first behind the address, then behind each name and value. */
  private static final class Cut {

    private final String signed;
    private final TreeSet<Integer> places = new TreeSet<>();

    private Cut(String signed) {
      this.signed = signed;
    }

    private static Cut of(Draft draft) {
      String url = ReceiverFixture.ORIGIN + draft.target;
      Cut cut = new Cut(RequestSignature.signed(url, text(draft.body)));
      int place = url.length();
      cut.places.add(place);
      for (Form.Field field : sorted(draft)) {
        cut.places.add(place += field.name().length());
        cut.places.add(place += field.value().length());
      }
      return cut;
    }

    private static List<Form.Field> sorted(Draft draft) {
      List<Form.Field> fields = new ArrayList<>(Form.parse(text(draft.body)).fields());
      fields.sort((one, other) -> one.name().compareTo(other.name()));
      return fields;
    }

    private void apply(Move move) {
      List<Integer> all = new ArrayList<>(places);
      int place = all.get((int) (move.which * all.size()));
      if (move.kind == 0) {
        places.remove(place);
      } else {
        places.add(Math.max(ReceiverFixture.ORIGIN.length() + 1, Math.min(signed.length(), place + move.by)));
        if (move.kind == 1) {
          places.remove(place);
        }
      }
      if (places.isEmpty()) {
        places.add(signed.length());
      }
    }

    private Draft draft(String signature) {
      List<Integer> all = new ArrayList<>(places);
      all.add(signed.length());
      StringBuilder body = new StringBuilder();
      for (int i = 1; i < all.size(); i++) {
        body.append(i % 2 == 1 ? i > 1 ? "&" : "" : "=").append(FormFields.encode(signed.substring(all.get(i - 1), all.get(i))));
      }
      Draft draft = Draft.form();
      draft.target = signed.substring(ReceiverFixture.ORIGIN.length(), all.get(0));
      draft.body = body.toString().getBytes(UTF_8);
      draft.signature = signature;
      return draft;
    }
  }

  /** One change of a cut: a place less (0), elsewhere (1), or one more (2). */
  private record Move(int kind, double which, int by) {
  }

  private static String text(byte[] body) {
    return new String(body, UTF_8);
  }

  @Provide
  Arbitrary<Draft> genuine() {
    Arbitrary<String> plain = Arbitraries.strings().withChars("aZ09-_~&=?#+. \u00fc").ofMaxLength(12);
    return Combinators.combine(plain, plain, Arbitraries.of(true, false), Arbitraries.of(true, false)).as((one, other, get, few) -> {
      Draft draft = few ? Draft.form("AccountSid", ACCOUNT, "MessageSid", MESSAGE, "MessageStatus", "sent")
          : Draft.form("AccountSid", ACCOUNT, "Body", one, "From", "+15550001", "MessageSid", MESSAGE, "MessageStatus", "sent",
                       "Other", other, "SmsSid", MESSAGE);
      if (get) {
        draft.target += "&" + text(draft.body);
        draft.body = new byte[0];
      }
      draft.signFormWith(ReceiverFixture.SECRET);
      return draft;
    });
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.doubles().between(0, true, 1, false),
        Arbitraries.integers().between(-80, 80)).as(Move::new).list().ofMinSize(1).ofMaxSize(4);
  }
}
