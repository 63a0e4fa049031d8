package org.muletwilio.internal.callback.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void showsWhatCantBePrintedByItsCode() {
    assertEquals("a\\nb\\u0000c\\u001b[31m", Excerpt.of("a\nb\0c\u001B[31m"));
    assertEquals("left\\u202ethgir\\u2028\\ufeff\\ud800\\ue000", Excerpt.of("left\u202Ethgir\u2028\uFEFF\uD800\uE000"));
    assertEquals("Grüße 😀 \\udb40\\udc01", Excerpt.of("Grüße 😀 \uDB40\uDC01"));
    assertEquals("null", Excerpt.of(null));
    assertEquals("", Excerpt.of(""));
  }

  @Test
  void showsTheStart() {
    assertEquals("abc…", Excerpt.of("abcd", 3));
    assertEquals("abc", Excerpt.of("abc", 3));
    assertEquals("😀…", Excerpt.of("😀😀", 1));
    assertEquals(101, Excerpt.of("x".repeat(1_000_000)).length());
  }

  @Property
  void isOneShortLine(@ForAll String text) {
    String shown = Excerpt.of(text);
    assertTrue(shown.length() <= 1050);
    assertTrue(shown.chars().noneMatch(Character::isISOControl));
  }
}
