package org.muletwilio.internal.callback.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever comes from outside is one bounded line of characters that show themselves, for the Unicode tables of Java's own regex.
 */
class LogTextFuzzTest {

  /** Control, format, private and unassigned characters, lone surrogates, line and paragraph separators. */
  private static final Pattern HARMFUL = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  @Property
  void noTextHasMoreThanOneLineOrHidesAPart(@ForAll("texts") String text) {
    String safe = LogText.of(text);
    assertTrue(!HARMFUL.matcher(safe).find(), () -> "harmful: " + safe);
    assertEquals(1, safe.lines().limit(2).count() + (safe.isEmpty() ? 1 : 0));
    assertTrue(safe.length() < LogText.MOST_CHARACTERS + 50, () -> "too long: " + safe.length());
  }

  @Property
  void whatShowsItselfStaysAsItIs(@ForAll("plain") String text) {
    assertEquals(text, LogText.of(text));
  }

  @Property
  void whatIsEscapedTellsWhatItWas(@ForAll("texts") String text) {
    if (text.length() < LogText.MOST_CHARACTERS / 6 && text.indexOf('\\') < 0) {
      assertEquals(text, unescaped(LogText.of(text)));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> any = Arbitraries.oneOf(Arbitraries.chars().all(), Arbitraries.chars().range(' ', '~'),
        Arbitraries.of('\n', '\r', '\t', '\0', '\u001b', '\u0085', '\u2028', '\u2029', '\u202e', '\u200b', '\ufeff', '\ud83d',
        '\ude00'));
    return any.list().ofMaxSize(2000).map(chars -> {
      StringBuilder text = new StringBuilder();
      chars.forEach(text::append);
      return text.toString();
    });
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.strings().withChars("abcXYZ 0123456789.,:;'\"\\/äß中文\u00a0").ofMaxLength(LogText.MOST_CHARACTERS);
  }

  private static String unescaped(String safe) {
    String text = safe.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    return Pattern.compile("\\\\u([0-9a-f]{4})").matcher(text)
        .replaceAll(found ->
        java.util.regex.Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
