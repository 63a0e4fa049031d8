package org.muletwilio.internal.callback.route;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.trust.RouteSecret;

import org.junit.jupiter.api.Test;

class RoutePathsTest {

  private static final RouteSecret OLD = new RouteSecret("old");
  private static final RouteSecret NEW = new RouteSecret("new");

  private final RoutePaths paths = new RoutePaths("Twilio", asList(NEW, OLD));

  @Test
  void whatWasReadOnceIsRemembered() {
    String path = path("sms-status", NEW);
    assertSame(paths.find(path).orElseThrow(), paths.find(path).orElseThrow());
  }

  @Test
  void whatIsRememberedExcusesNoOtherToken() {
    String path = path("sms-status", NEW);
    assertTrue(paths.find(path).isPresent());
    assertFalse(paths.find(path("sms-status", new RouteSecret("other"))).isPresent());
    assertFalse(paths.find(path.substring(0, path.lastIndexOf('/') + 1)).isPresent());
    assertFalse(paths.find(path.substring(0, path.lastIndexOf('/'))).isPresent());
    assertFalse(paths.find(path + "x").isPresent());
  }

  @Test
  void aTildeMayBeEscapedOnTheWay() {
    String path = path("a b", NEW);
    assertTrue(path.contains("~20"), path);
    for (String tilde : asList("~", "%7E", "%7e")) {
      assertEquals("a b", paths.find(path.replace("~", tilde)).orElseThrow().getFlow());
    }
    assertEquals("Twilio", paths.getConfig());
  }

  @Test
  void twoSecretsServeSideBySide() {
    for (int round = 0; round < 2; round++) {
      for (RouteSecret secret : asList(NEW, OLD)) {
        assertEquals("sms-status", paths.find(path("sms-status", secret)).orElseThrow().getFlow());
      }
    }
  }

  @Test
  void wrongPathsTakeNoRoom() {
    for (int i = 0; i < 2000; i++) {
      assertFalse(paths.find(path("flow" + i, new RouteSecret("other"))).isPresent());
    }
    whatWasReadOnceIsRemembered();
  }

  @Test
  void moreThanAreRememberedAreReadStill() {
    RoutePaths paths = new RoutePaths("Twilio", singletonList(NEW));
    for (int i = 0; i < 2000; i++) {
      assertEquals("flow" + i, paths.find(path("flow" + i, NEW)).orElseThrow().getFlow());
    }
    assertSame(paths.find(path("flow0", NEW)).orElseThrow(), paths.find(path("flow0", NEW)).orElseThrow());
    assertSame(paths.find(path("flow999", NEW)).orElseThrow(), paths.find(path("flow999", NEW)).orElseThrow());
    assertNotSame(paths.find(path("flow1000", NEW)).orElseThrow(), paths.find(path("flow1000", NEW)).orElseThrow());
  }

  private static String path(String flow, RouteSecret secret) {
    return RoutePath.of("Twilio", CallbackKind.MESSAGE_STATUS, false, flow, secret).toString();
  }
}
