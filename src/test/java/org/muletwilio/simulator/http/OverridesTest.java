package org.muletwilio.simulator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Connection overrides as they stand in fragments. */
class OverridesTest {

  @Test
  void hasTwiliosDefaults() {
    assertEquals(new Overrides(Duration.ofMillis(5000), Duration.ofMillis(15000), Duration.ofMillis(15000), 1,
                               Set.of(Overrides.Retried.CONNECT)), Overrides.parse(""));
  }

  @Test
  void readsWhatIsAskedFor() {
    assertEquals(new Overrides(Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMillis(900), 3,
                               EnumSet.of(Overrides.Retried.STATUS_5XX, Overrides.Retried.READ)),
                 Overrides.parse("rc=3&rp=5xx,rt&ct=200&rt=300&tt=900&e=ashburn"));
  }

  @Test
  void staysWithinTheBounds() {
    Overrides overrides = Overrides.parse("rc=9&ct=1&rt=99999&tt=99999&rp=all");
    assertEquals(5, overrides.retries());
    assertEquals(Duration.ofMillis(100), overrides.connect());
    assertEquals(Duration.ofMillis(15000), overrides.read());
    assertEquals(Duration.ofMillis(15000), overrides.total());
    assertEquals(4, overrides.retried().size());
  }

  @Test
  void ignoresWhatItDoesNotUnderstand() {
    assertEquals(Overrides.DEFAULT, Overrides.parse("rc=many&section-2&=1"));
  }
}
