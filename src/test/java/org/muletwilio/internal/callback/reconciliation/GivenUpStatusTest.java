package org.muletwilio.internal.callback.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.GIVE_UP_AFTER;
import static org.muletwilio.internal.callback.reconciliation.Node.fetched;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.testkit.log.LogLines;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** How often a status is looked up that does not become the last one, and when that is given up. */
class GivenUpStatusTest extends ReconcilerFixture {

  @Test
  void theIntervalsGrowUntilItIsGivenUp() {
    List<Long> minutes = new ArrayList<>();
    long start = clock.millis();
    node.twilio(status -> {
      minutes.add(Duration.ofMillis(clock.millis() - start).toMinutes());
      return Optional.of(fetched(status, "sent"));
    });
    node.await("SM1");
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      node.pass(Duration.ofDays(10));
      assertEquals(List.of("WARN Config 'Twilio' gives up on the last status of SM1: it is still sent; flow 'status' is told so"),
                   log.all());
    }
    assertEquals(List.of(15L, 30L, 60L, 120L, 240L, 480L), minutes.subList(0, 6));
    for (int i = 6; i < minutes.size(); i++) {
      assertEquals(360, minutes.get(i) - minutes.get(i - 1));
    }
    assertEquals(GIVE_UP_AFTER, Duration.ofMinutes(minutes.get(minutes.size() - 1)).truncatedTo(ChronoUnit.DAYS));
    CallbackAttributes told = onlyRun();
    assertTrue(told.isGivenUp());
    assertFalse(told.isTerminal());
    assertEquals("sent", told.getStatus());
    assertEquals("SM1", told.getResourceSid());
    assertEquals(Map.of(), entries);
  }

  /** Weeks ahead: it is not late before it is sent. */
  @Test
  void aScheduledMessageIsAwaitedFromWhenItIsSent() {
    Duration ahead = Duration.ofDays(30);
    long sent = clock.millis() + ahead.toMillis();
    node.twilio(status -> Optional.of(clock.millis() < sent ? fetched(status, "scheduled")
        : fetched(status, "sent", OptionalLong.of(sent))));
    node.await("SM1");
    node.pass(ahead.plus(GIVE_UP_AFTER).minusHours(1));
    assertEquals(List.of(), node.flows.runs());
    node.pass(Duration.ofHours(8));
    assertTrue(onlyRun().isGivenUp());
  }

  @Test
  void aMessageThatStaysScheduledForEverIsGivenUpToo() {
    node.twilioSays("scheduled");
    node.await("SM1");
    node.pass(Duration.ofDays(35).plus(GIVE_UP_AFTER).minusHours(1));
    assertEquals(List.of(), node.flows.runs());
    node.pass(Duration.ofHours(8));
    assertTrue(onlyRun().isGivenUp());
  }

  @Test
  void whatTwilioNoLongerKnowsIsGivenUpAtOnce() {
    node.twilio(status -> Optional.empty());
    node.await("SM1");
    node.pass(Duration.ofDays(1));
    assertEquals(List.of("SM1"), node.lookUps);
    CallbackAttributes told = onlyRun();
    assertTrue(told.isGivenUp());
    assertNull(told.getStatus());
    assertEquals("SM1", told.getResourceSid());
    assertEquals("AC1", told.getAccountSid());
    assertEquals(Map.of(), entries);
  }

  @Test
  void whatCanNotBeLookedUpIsTriedLessAndLess() {
    node.twilio(status -> {
      throw new IllegalStateException("401");
    });
    node.await("SM1");
    node.pass(Duration.ofDays(1));
    assertTrue(node.lookUps.size() > 8 && node.lookUps.size() < 16, node.lookUps.size() + " look-ups in a day");
    node.twilioSays("delivered");
    node.pass(Duration.ofHours(7));
    assertEquals("delivered", onlyRun().getStatus());
  }

  @Test
  void whatCanNeverBeLookedUpIsGivenUp() {
    node.twilio(status -> {
      throw new IllegalStateException("401");
    });
    node.await("SM1");
    node.pass(Duration.ofDays(38).minusHours(1));
    assertEquals(List.of(), node.flows.runs());
    node.pass(Duration.ofHours(8));
    assertTrue(onlyRun().isGivenUp());
    assertEquals(Map.of(), entries);
  }

  @Test
  void aSuccessEndsTheBackOff() {
    AtomicReference<String> twilio = new AtomicReference<>("fails");
    node.twilio(status -> {
      if (twilio.get().equals("fails")) {
        throw new IllegalStateException("503");
      }
      return Optional.of(fetched(status, twilio.get()));
    });
    node.await("SM1");
    node.pass(AFTER.plusHours(3));
    twilio.set("sent");
    node.pass(Duration.ofHours(7));
    twilio.set("fails");
    int before = node.lookUps.size();
    while (node.lookUps.size() == before) {
      node.pass(Duration.ofMinutes(1));
    }
    node.pass(Duration.ofMinutes(10));
    assertEquals(before + 4, node.lookUps.size(), "at once, and after 1, 2 and 4 minutes");
  }

  @Test
  void eachProblemIsToldOnceAMinute() {
    try (LogLines log = LogLines.of(ReconcilerWarnings.class.getName(), Level.WARN)) {
      node.twilio(status -> {
        throw new IllegalStateException("503");
      });
      for (int i = 0; i < 10; i++) {
        node.await("SM" + i);
      }
      node.pass(AFTER.plusMinutes(1));
      node.twilioSays("delivered");
      node.flows.fail();
      node.pass(Duration.ofMinutes(3));
      assertEquals(1, log.with("can't look up the status of SM").size(), log.all()::toString);
      assertEquals(1, log.with("flow 'status' failed, is stopped or gone").size(), log.all()::toString);
      assertEquals(2, log.all().size(), log.all()::toString);
    }
  }
}
