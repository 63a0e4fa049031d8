package org.muletwilio.internal.callback.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.muletwilio.api.parameter.DuplicateHandling;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class ProcessingSettingsTest {

  @Test
  void withoutANumberTheConcurrencyFitsTheMachine() {
    assertEquals(64 * Runtime.getRuntime().availableProcessors(), maxConcurrency(0));
    assertEquals(1, maxConcurrency(1));
  }

  private static int maxConcurrency(int given) {
    return new ProcessingSettings(false, given, 1, DuplicateHandling.PASS, 1, Optional.empty(), Optional.empty(), 1)
        .getMaxConcurrency();
  }
}
