package org.muletwilio.testkit.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void canBeListenedOn() throws Exception {
    int port = FreePort.find();
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(port, socket.getLocalPort());
    }
  }

  @Test
  void noneIsFoundTwiceInARow() {
    assertEquals(50, IntStream.range(0, 50).map(each -> FreePort.find()).distinct().count());
  }

  @Test
  void aProgramWhosePortIsTakenGetsAnother() throws Exception {
    List<Integer> given = new ArrayList<>();
    assertEquals("started", FreePort.start(port -> {
      given.add(port);
      if (given.size() < 3) {
        throw new IllegalStateException("bind() failed (98: Address already in use)");
      }
      return "started";
    }));
    assertEquals(3, given.size());
  }

  @Test
  void aProgramThatFailsOtherwiseIsNotStartedAgain() {
    List<Integer> given = new ArrayList<>();
    assertThrows(IllegalStateException.class, () -> FreePort.start(port -> {
      given.add(port);
      throw new IllegalStateException("no configuration");
    }));
    assertEquals(1, given.size());
    assertTrue(given.get(0) > 1024);
    assertFalse(given.get(0) > 32_767);
  }
}
