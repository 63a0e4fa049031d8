package org.muletwilio.internal.callback.lifecycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class StartedPartsTest {

  private final List<String> stopped = new ArrayList<>();

  @Test
  void whatHasAnOwnerIsNotStopped() {
    try (StartedParts parts = new StartedParts()) {
      assertEquals("client", parts.add("client", stopped::add));
      assertEquals("owner", parts.ownedBy("owner"));
    }
    assertEquals(List.of(), stopped);
  }

  @Test
  void whereAPartCannotStartThoseBeforeItAreStoppedTheLatestFirst() {
    IllegalStateException failure = new IllegalStateException("no timer");
    IllegalStateException stuck = new IllegalStateException("stuck");
    assertSame(failure, assertThrows(IllegalStateException.class, () -> {
      try (StartedParts parts = new StartedParts()) {
        parts.add("client", stopped::add);
        parts.add("threads", any -> {
          throw stuck;
        });
        parts.add("server", stopped::add);
        throw failure;
      }
    }));
    assertEquals(List.of("server", "client"), stopped);
    assertArrayEquals(new Throwable[] {stuck}, failure.getSuppressed());
  }

  @Test
  void anErrorStopsThemToo() {
    assertThrows(StackOverflowError.class, () -> {
      try (StartedParts parts = new StartedParts()) {
        parts.add("client", stopped::add);
        throw new StackOverflowError("on purpose");
      }
    });
    assertEquals(List.of("client"), stopped);
  }
}
