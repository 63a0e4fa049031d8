package org.muletwilio.internal.callback.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Nothing but its token tells a genuine state from a forged one: Twilio signs nothing of it. */
class AuthorizationStateTest {

  private static final RouteSecret SECRET = new RouteSecret("12345");
  private static final long EXPIRY = 1_700_000_000_000L;

  private final SecureRandom random = new SecureRandom();
  private final CallbackRoute route = route("connect", Optional.of("0-1"), Map.of("order", "4711", "empty", ""));
  private final RoutePath path = path(route, SECRET);
  private final String text = route.newState(SECRET, EXPIRY, random);

  @Test
  void bringsBackWhatItWasGiven() {
    AuthorizationState state = AuthorizationState.of(path, text).orElseThrow();
    assertEquals(Map.of("order", "4711", "empty", ""), state.getContext());
    assertEquals(Optional.of("0-1"), state.getCorrelationId());
    assertFalse(state.isExpired(EXPIRY - 1));
    assertTrue(state.isExpired(EXPIRY));
  }

  @Test
  void eachHasANumberOfItsOwn() {
    String number = AuthorizationState.of(path, text).orElseThrow().getNumber();
    String other = AuthorizationState.of(path, route.newState(SECRET, EXPIRY, random)).orElseThrow().getNumber();
    assertNotEquals(number, other);
    assertEquals(22, number.length(), "128 bits");
  }

  @Test
  void holdsForItsPathAndSecretAlone() {
    assertTrue(AuthorizationState.of(path, text).isPresent());
    assertFalse(AuthorizationState.of(path(route("other", Optional.empty(), Map.of()), SECRET), text).isPresent());
    assertFalse(AuthorizationState.of(path(route, new RouteSecret("other")), text).isPresent());
  }

  @Test
  void eachCharacterOfItCounts() {
    for (int i = 0; i < text.length(); i++) {
      String changed = text.substring(0, i) + (text.charAt(i) == '1' ? '2' : '1') + text.substring(i + 1);
      assertFalse(AuthorizationState.of(path, changed).isPresent(), changed);
      assertFalse(AuthorizationState.of(path, text.substring(0, i) + text.substring(i + 1)).isPresent());
      assertFalse(AuthorizationState.of(path, text.substring(0, i)).isPresent());
    }
    for (String other : List.of("", ".", "...", "x", text + ".", "." + text, text + "x")) {
      assertFalse(AuthorizationState.of(path, other).isPresent(), other);
    }
  }

  /** The token is one that was made for another purpose, over a text of the same path. */
  @Test
  void otherTokensOfThePathDoNotDo() {
    String context = path.queryFor(new RouteContext(Optional.empty(), Map.of())).substring("?context=".length());
    assertFalse(AuthorizationState.of(path, context).isPresent());
    String pathToken = path.toString().substring(path.toString().lastIndexOf('/') + 1);
    assertFalse(AuthorizationState.of(path, "." + pathToken).isPresent());
  }

  @Test
  void aRouteTakesItsValuesAndNumber() {
    CallbackRoute called = route("connect", Optional.of("of the route"), Map.of("order", "0", "shop", "1"));
    AuthorizationState state = AuthorizationState.of(path, text).orElseThrow();
    CallbackRoute with = called.with(state);
    assertEquals(Map.of("order", "4711", "empty", "", "shop", "1"), with.getContext());
    assertEquals(Optional.of("0-1"), with.getCorrelationId());
    assertEquals(Optional.of(state.getNumber()), with.getState());
    assertEquals(called.getName(), with.getName());
    assertEquals(Optional.empty(), called.getState());
    String anonymous = route("connect", Optional.empty(), Map.of()).newState(SECRET, EXPIRY, random);
    assertEquals(Optional.of("of the route"), called.with(AuthorizationState.of(path, anonymous).orElseThrow())
        .getCorrelationId());
  }

  private static CallbackRoute route(String flow, Optional<String> correlationId, Map<String, String> context) {
    return new CallbackRoute("Twilio", CallbackKind.WEBHOOK, flow, correlationId, context);
  }

  private static RoutePath path(CallbackRoute route, RouteSecret secret) {
    String address = route.pathAndQuery(secret);
    return new RoutePaths("Twilio", List.of(secret)).find(address.substring(0, address.indexOf('?'))).orElseThrow();
  }
}
