package org.muletwilio.testkit.fuzz;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that break parsers. */
public final class HostileTexts {

  private static final String MEANINGFUL = "%~+&=/?#;:@[]{}<>\"'\\ \r\n\t\0.-_0aFfZz";

  private HostileTexts() {}

  /** @return any text that UTF-8 can hold, rich in characters that mean something in a URL or form */
  public static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(Tuple.of(4, chars(MEANINGFUL)), Tuple.of(2, chars("aZ09-_")),
        Tuple.of(1, codePoints()));
  }

  /** @return the same, and halves of surrogate pairs */
  public static Arbitrary<String> broken() {
    return Arbitraries.oneOf(any(), Arbitraries.strings().all().ofMaxLength(40), escapes('%'), escapes('~'));
  }

  /** @return whole, cut and wrong escapes, such as %C3%28 and %f */
  static Arbitrary<String> escapes(char escape) {
    Arbitrary<String> part = Arbitraries.oneOf(Arbitraries.strings().withChars("0123456789abcdefABCDEFgG%~+ü").ofMinLength(0)
        .ofMaxLength(3)
        .map(digits -> escape + digits), Arbitraries.strings().withChars("0189abcdefCDEF").ofLength(2).map(digits -> escape
            + digits),
        Arbitraries.of("a", "&", "=", "+"));
    return part.list().ofMaxSize(8).map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> chars(String from) {
    return Arbitraries.strings().withChars(from).ofMaxLength(30);
  }

  private static Arbitrary<String> codePoints() {
    return Arbitraries.integers().between(0, Character.MAX_CODE_POINT).filter(each -> each < 0xD800 || each > 0xDFFF)
        .list().ofMaxSize(12).map(all -> all.stream().collect(StringBuilder::new, StringBuilder::appendCodePoint,
            StringBuilder::append).toString());
  }
}
