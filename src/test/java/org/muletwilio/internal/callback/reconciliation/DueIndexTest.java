package org.muletwilio.internal.callback.reconciliation;

import static java.util.Collections.emptyMap;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.internal.callback.reconciliation.Node.message;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.pending.PendingStatus;
import org.muletwilio.internal.callback.route.CallbackRoute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

class DueIndexTest {

  private final DueIndex index = new DueIndex(2, 3);

  @Test
  void whatIsDueForTheLongestComesFirst() {
    add("SM1", "a", 3);
    add("SM2", "b", 1);
    add("SM3", "c", 2);
    assertTrue(index.contains(message("SM1")));
    assertEquals(List.of(), poll(0));
    assertEquals(List.of("SM2", "SM3"), poll(2));
    assertEquals(List.of("SM1"), poll(3));
  }

  @Test
  void aFlowHasSoManyUnderWayAtATime() {
    PendingEntry first = add("SM1", "a", 1);
    add("SM2", "a", 2);
    add("SM3", "a", 3);
    add("SM4", "b", 4);
    assertEquals(List.of("SM1", "SM2", "SM4"), poll(10));
    index.done(first);
    assertEquals(List.of("SM3"), poll(10));
    assertEquals(3, index.size());
  }

  @Test
  void whatIsUnderWayCountsAlsoWhereNothingElseWaits() {
    PendingEntry first = add("SM1", "a", 1);
    add("SM2", "a", 2);
    assertEquals(2, poll(10).size());
    index.done(first);
    add("SM3", "a", 3);
    add("SM4", "a", 4);
    assertEquals(List.of("SM3"), poll(10));
  }

  @Test
  void anEndLeavesTheRestOfItsFlow() {
    add("SM1", "a", 1);
    add("SM2", "a", 2);
    index.end(message("SM1"));
    assertEquals(List.of("SM2"), poll(10));
  }

  @Test
  void whatComesBackIsDueAgain() {
    PendingEntry entry = add("SM1", "a", 1);
    poll(10);
    index.again(entry, 20);
    assertEquals(List.of(), poll(10));
    assertEquals(List.of("SM1"), poll(20));
  }

  @Test
  void whatEndsMeanwhileDoesNotComeBack() {
    PendingEntry entry = add("SM1", "a", 1);
    poll(10);
    assertEquals(Optional.of(entry), index.end(message("SM1")));
    index.again(entry, 20);
    assertEquals(List.of(), poll(20));
    assertEquals(0, index.size());
    assertEquals(2, fill("a"));
  }

  @Test
  void whatEndsIsNotGivenOut() {
    PendingEntry entry = add("SM1", "a", 1);
    assertEquals(Optional.of(entry), index.end(message("SM1")));
    assertFalse(index.contains(message("SM1")));
    assertEquals(List.of(), poll(10));
  }

  @Test
  void anEndThatCameBeforeIsRememberedForAWhile() {
    assertEquals(Optional.empty(), index.end(message("SM1")));
    assertFalse(index.add(entry("SM1", "a", 1)));
    assertTrue(index.add(entry("SM1", "a", 1)), "only once");
    for (int i = 10; i < 14; i++) {
      index.end(message("SM" + i));
    }
    assertTrue(index.add(entry("SM10", "a", 1)), "the eldest of four is forgotten");
    assertFalse(index.add(entry("SM11", "a", 1)));
  }

  @Test
  void nothingIsAwaitedTwice() {
    add("SM1", "a", 1);
    assertFalse(index.add(entry("SM1", "a", 2)));
    assertEquals(List.of("SM1"), poll(10));
  }

  @Test
  void whatTheStoreNoLongerHasIsDropped() {
    add("SM1", "a", 1);
    add("SM2", "a", 1);
    add("SMnew", "a", 1);
    PendingEntry underWay = add("SMunderWay", "b", 0);
    assertEquals(underWay, index.poll(0).orElseThrow());
    index.add(PendingEntry.toBeStored(pending("SMunstored", "a", 1)));
    index.retain(Set.of(message("SM2")), 1000);
    assertEquals(4, index.size());
    assertFalse(index.contains(message("SM1")));
    index.retain(Set.of(message("SM2")), 500);
    assertEquals(4, index.size());
  }

  private int fill(String flow) {
    for (int i = 0; i < 5; i++) {
      add("SMfill" + i, flow, 0);
    }
    return poll(0).size();
  }

  private PendingEntry add(String sid, String flow, long due) {
    PendingEntry entry = entry(sid, flow, due);
    assertTrue(index.add(entry));
    return entry;
  }

  private static PendingEntry entry(String sid, String flow, long due) {
    return PendingEntry.stored(pending(sid, flow, due), 0, due, sid.equals("SMnew") ? 1000 : 999);
  }

  private static PendingStatus pending(String sid, String flow, long due) {
    return new PendingStatus(message(sid), new CallbackRoute("Twilio", CallbackKind.MESSAGE_STATUS, flow, Optional.empty(),
        emptyMap()), 0, due);
  }

  private List<String> poll(long now) {
    List<PendingEntry> due = new ArrayList<>();
    for (Optional<PendingEntry> each = index.poll(now); each.isPresent(); each = index.poll(now)) {
      due.add(each.get());
    }
    return due.stream().map(each -> each.getStatus().getSid()).collect(toList());
  }
}
