package org.muletwilio.internal.callback.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathSegmentCodecTest {

  @ParameterizedTest
  @CsvSource({"azAZ09-_,azAZ09-_", "sms status,sms~20status", "a/b,a~2Fb", "é,~C3~A9", "~,~7E", "'',''",
      "a+b,a~2Bb", "😀,~F0~9F~98~80"})
  void aNameIsOneSegment(String name, String segment) {
    assertEquals(segment, PathSegmentCodec.encode(name));
    assertEquals(Optional.of(name), PathSegmentCodec.decode(segment));
  }

  @Test
  void whatStandsBesideThePlainCharactersIsEscaped() {
    assertEquals("~60~7B~40~5B~2F~3A~2C~2E~5E", PathSegmentCodec.encode("`{@[/:,.^"));
  }

  /** Each name has one segment, so that nobody can write a path in another way. */
  @ParameterizedTest
  @ValueSource(strings = {"~2f", "~61", "a+b", "a b", "~", "~4", "a~4", "~zz", "~4g", "~g4",
      "~C3", "~FF", "é", "~C3é", "~\uFF14\uFF11"})
  void whatNobodyHasEncodedIsNoSegment(String segment) {
    assertEquals(Optional.empty(), PathSegmentCodec.decode(segment));
  }
}
