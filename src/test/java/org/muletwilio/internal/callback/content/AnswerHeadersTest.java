package org.muletwilio.internal.callback.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.metadata.TypedValue;

import java.util.Map;

import org.junit.jupiter.api.Test;

class AnswerHeadersTest {

  @Test
  void allOfThemHaveUpTo8192Characters() {
    Map<String, String> most = Map.of("X-A", "x".repeat(4096 - 3), "X-B", "x".repeat(4096 - 3));
    assertEquals(most, AnswerHeaders.of(TypedValue.of(most)));
    String message = assertThrows(IllegalArgumentException.class,
        () -> AnswerHeaders.of(TypedValue.of(Map.of("X-A", "x".repeat(4096 - 3), "X-B", "x".repeat(4096 - 2))))).getMessage();
    assertTrue(message.contains("over 8192 characters"), message);
  }
}
