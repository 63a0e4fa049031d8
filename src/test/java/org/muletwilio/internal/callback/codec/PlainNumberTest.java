package org.muletwilio.internal.callback.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

  @ParameterizedTest
  @CsvSource({"12.50,12.50", "1E3,1000", "-1.5E-3,-0.0015", "0,0"})
  void aNumberHasNoExponent(BigDecimal number, String text) {
    assertEquals(text, PlainNumber.of(number));
  }

  /** Any double can be written in full. */
  @Test
  void asManyDigitsAsADoubleHasAreWritten() {
    assertEquals(309, PlainNumber.of(new BigDecimal("1E308")).length());
    assertEquals("0.".length() + 310, PlainNumber.of(new BigDecimal("1E-310")).length());
    assertEquals(new BigDecimal(Double.MAX_VALUE).toPlainString(), PlainNumber.of(new BigDecimal(Double.MAX_VALUE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+309", "1E-311", "1E+999999999", "-1E-999999999", "1.5E+2147483647"})
  void whatWouldFillTheMemoryKeepsItsExponent(String number) {
    assertEquals(number, PlainNumber.of(new BigDecimal(number)));
  }
}
