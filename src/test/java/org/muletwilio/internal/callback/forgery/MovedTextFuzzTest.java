package org.muletwilio.internal.callback.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.Draft;
import org.muletwilio.internal.callback.ReceiverFixture;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.fuzz.RequestSignature;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * However the signed text of a captured request is cut into an address, names and values, and the address is spelled: what is
 * believed has an address that says what the genuine one says, with its flow, correlation id and context, and no other SID.
 */
class MovedTextFuzzTest {

  private static final String ACCOUNT = "AC" + "1".repeat(32);
  private static final String MESSAGE = "SM" + "2".repeat(32);

  private final ReceiverFixture fixture;

  MovedTextFuzzTest() throws Exception {
    fixture = new ReceiverFixture(false);
  }

  @Property
  void anotherCutSaysNothingNew(@ForAll("genuine") Draft genuine, @ForAll("moves") List<Move> moves,
                                @ForAll("spellings") List<UnaryOperator<String>> spellings) {
    Cut cut = Cut.of(genuine);
    moves.forEach(cut::apply);
    Draft draft = cut.draft(genuine.signature);
    Assume.that(RequestSignature.signed(ReceiverFixture.ORIGIN + draft.target, text(draft.body)).equals(cut.signed));
    spellings.forEach(spelling -> draft.target = spelling.apply(draft.target));
    int before = fixture.runs();
    if (fixture.handle(draft.request()).get(0).getStatusCode() == 204) {
      assertEquals(meaning(genuine.target), meaning(draft.target), draft::toString);
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

  /** @return the path, and the fields of the query by name */
  private static List<Object> meaning(String target) {
    String[] parts = target.split("\\?", 2);
    MultiMap<String, String> query = FormFields.decode(parts[1]).orElseThrow();
    return List.of(parts[0].replace("%7E", "~"), query.keySet().stream().collect(Collectors.toMap(name -> name, query::getAll)));
  }

  private static String text(byte[] body) {
    return new String(body, UTF_8);
  }

  @Provide
  Arbitrary<Draft> genuine() {
    Arbitrary<String> plain = Arbitraries.strings().withChars("aZ09-_~&=?#+.:@'! \u00fc").ofMaxLength(12);
    return Combinators.combine(plain, plain, Arbitraries.of(true, false), Arbitraries.of(true, false))
        .as((one, other, get, few) -> {
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

  /** What proxies do to an address, and what an attacker may do. */
  @Provide
  Arbitrary<List<UnaryOperator<String>>> spellings() {
    Arbitrary<UnaryOperator<String>> one = Combinators.combine(Arbitraries.integers().between(0, 4),
        Arbitraries.doubles().between(0, true, 1, false)).as((kind, where) -> target -> respell(target, kind, where));
    return Arbitraries.oneOf(Arbitraries.just(List.of()), one.list().ofMinSize(1).ofMaxSize(3));
  }

  private static String respell(String target, int kind, double where) {
    int query = target.indexOf('?') + 1;
    int at = (int) (where * target.length());
    switch (kind) {
      case 0:
        return target.replace("~", "%7E");
      case 1:
        return target.substring(0, at) + String.format("%%%02X", (int) target.charAt(at)) + target.substring(at + 1);
      case 2:
        return target.contains("%20") ? target.replace("%20", "+") : target.replace("+", "%20");
      case 3:
        int field = target.indexOf('&', query);
        return query == 0 || field < 0 ? target
            : target.substring(0, query) + target.substring(field + 1) + "&" + target.substring(query, field);
      default:
        return target.replace("%3A", ":").replace("%40", "@").replace("%23", "#").replace("%26", "&").replace("%3D", "=");
    }
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    return Combinators.combine(Arbitraries.integers().between(0, 2), Arbitraries.doubles().between(0, true, 1, false),
        Arbitraries.integers().between(-80, 80)).as(Move::new).list().ofMinSize(0).ofMaxSize(4);
  }
}
