package org.muletwilio.internal.callback.lifecycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class StopStepsTest {

  private final List<Integer> taken = new ArrayList<>();

  @Test
  void allStepsAreTakenAndTheFirstFailureIsThrown() {
    IllegalStateException first = new IllegalStateException("first");
    StackOverflowError second = new StackOverflowError("second");
    assertSame(first, assertThrows(IllegalStateException.class, () -> StopSteps.takeAll(() -> taken.add(1), () -> {
      throw first;
    }, () -> taken.add(2), () -> {
      throw second;
    }, () -> taken.add(3), () -> {
      throw first;
    })));
    assertEquals(List.of(1, 2, 3), taken);
    assertArrayEquals(new Throwable[] {second}, first.getSuppressed());
  }

  @Test
  void anErrorIsThrownAsOne() {
    assertThrows(StackOverflowError.class, () -> StopSteps.takeAll(() -> {
      throw new StackOverflowError("on purpose");
    }, () -> taken.add(1)));
    assertEquals(List.of(1), taken);
    StopSteps.takeAll(() -> taken.add(2));
    StopSteps.takeAll();
    assertEquals(List.of(1, 2), taken);
  }
}
