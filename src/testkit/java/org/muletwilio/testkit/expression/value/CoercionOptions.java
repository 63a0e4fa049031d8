package org.muletwilio.testkit.expression.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ParseException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What stands in braces behind {@code as <type>}. */
final class CoercionOptions {

  private final Map<String, ?> options;

  CoercionOptions(Map<String, ?> options) {
    this.options = options;
  }

  Optional<String> format() {
    return option("format");
  }

  Optional<String> unit() {
    return option("unit");
  }

  Charset encoding() {
    return option("encoding").map(Charset::forName).orElse(UTF_8);
  }

  DecimalFormat numberFormat() {
    DecimalFormat format = new DecimalFormat(format().orElseThrow(), DecimalFormatSymbols.getInstance(locale()));
    format.setRoundingMode(option("roundMode").map(RoundingMode::valueOf).orElse(RoundingMode.HALF_UP));
    format.setParseBigDecimal(true);
    return format;
  }

  Number parsedNumber(String text) {
    try {
      return Numbers.narrowed((BigDecimal) numberFormat().parse(text));
    } catch (ParseException e) {
      throw new IllegalArgumentException("it isn't of the format " + format().orElseThrow(), e);
    }
  }

  DateTimeFormatter timeFormat() {
    DateTimeFormatter format =
        new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(format().orElseThrow()).toFormatter(locale());
    return option("mode").map(mode -> format.withResolverStyle(ResolverStyle.valueOf(mode))).orElse(format);
  }

  private Locale locale() {
    return option("locale").map(Locale::forLanguageTag).orElse(Locale.getDefault());
  }

  private Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).map(Text::of);
  }
}
