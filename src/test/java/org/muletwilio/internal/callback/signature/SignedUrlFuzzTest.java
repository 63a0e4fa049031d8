package org.muletwilio.internal.callback.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.testkit.fuzz.HostileTexts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was sent: there are at most a dozen spellings, and none says anything else than what was sent. */
class SignedUrlFuzzTest {

  private static final String PATH = "https://example.com/twilio/callbacks/Twilio/event/x/Tok";

  @Property
  void eachSpellingSaysTheSame(@ForAll("queries") String query) {
    Optional<MultiMap<String, String>> sent = FormFields.decode(query);
    Set<String> spellings = new SignedUrl(PATH + "?" + query, Set.of("#a=b&c", "#d")).spellings();
    assertTrue(spellings.size() <= 12);
    for (String spelling : spellings) {
      String plain = spelling.replaceAll("#(a=b&c|d)$", "");
      int start = plain.indexOf('?');
      assertEquals(sent.map(SignedUrlFuzzTest::lists), FormFields.decode(start < 0 ? "" : plain.substring(start + 1))
          .map(SignedUrlFuzzTest::lists), spelling);
      assertTrue(plain.matches("(?s)https://example.com(:443)?/twilio/callbacks/Twilio/event/x/Tok(\\?.*)?"), spelling);
    }
  }

  private static Map<String, List<String>> lists(MultiMap<String, String> fields) {
    return fields.keySet().stream().collect(Collectors.toMap(name -> name, fields::getAll));
  }

  /** As a server lets them through: escapes are whole, and # is escaped. */
  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> text = Arbitraries.oneOf(HostileTexts.any().map(FormFields::encode),
        HostileTexts.any().map(each -> FormFields.encode(each).replace("%20", "+")),
        Arbitraries.strings().withChars("aZ0-_.~!$'()*,;:@/?+").ofMaxLength(10),
        Arbitraries.of("context", "conte%78t", "bodySHA256"));
    Arbitrary<String> field = Combinators.combine(text, text, Arbitraries.of("=", "", "==")).as((name, value, equals) ->
        name + equals + value);
    return field.list().ofMaxSize(6).map(fields -> String.join("&", fields));
  }
}
