package org.muletwilio.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

/** The arithmetic of rounds. */
class FigureTest {

  @Test
  void theMedianIsTheMiddleWhateverTheOrder() {
    assertEquals(3, figure(9, 1, 3).median());
    assertEquals(2.5, figure(4, 1, 2, 3).median());
    assertEquals(7, figure(7).median());
    assertEquals(3, figure(1, 3, 1_000_000).median());
  }

  @Test
  void leastAndMostAreShownWhereThereAreSeveral() {
    assertEquals("3.00 (1.00–12,345)", figure(12_345, 1, 3).toString());
    assertEquals("0.850", figure(0.85).toString());
    assertEquals("100", figure(100).toString());
  }

  private static Figure figure(double... values) {
    Figure figure = new Figure();
    DoubleStream.of(values).forEach(figure::add);
    return figure;
  }
}
