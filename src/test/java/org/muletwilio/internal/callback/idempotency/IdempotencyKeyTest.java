package org.muletwilio.internal.callback.idempotency;

import static java.util.Collections.emptyMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.route.AuthorizationState;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.RoutePaths;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.CallerAccount;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKeys;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Which callbacks are the same one. */
class IdempotencyKeyTest {

  private static final Optional<String> TOKEN = Optional.of("t1");

  @Test
  void aStatusIsTheSameWheneverItIsSent() {
    Optional<String> sent = event(CallbackKind.MESSAGE_STATUS, Map.of("MessageSid", "SM1", "MessageStatus", "sent"), TOKEN);
    assertEquals(sent, event(CallbackKind.MESSAGE_STATUS, Map.of("MessageSid", "SM1", "MessageStatus", "sent"),
        Optional.of("t2")));
    assertNotEquals(sent, event(CallbackKind.MESSAGE_STATUS, Map.of("MessageSid", "SM1", "MessageStatus", "delivered"), TOKEN));
    assertNotEquals(sent, event(CallbackKind.MESSAGE_STATUS, Map.of("MessageSid", "SM2", "MessageStatus", "sent"), TOKEN));
  }

  @Test
  void whatIsGivenUpIsNoneOfItsStatuses() {
    IdempotencyKey givenUp = IdempotencyKey.ofGivenUp(route(CallbackKind.MESSAGE_STATUS), CallerAccount.OWN, "SM1");
    assertEquals(Optional.of("message-status/flow/SM1/given-up/"), givenUp.getEvent());
    assertEquals(givenUp.getEvent(), givenUp.getKey());
  }

  @Test
  void aReservationIsAssignedOnceWhateverItsTokenIs() {
    IdempotencyKey first = key(route(CallbackKind.TASK_ASSIGNMENT), Map.of("ReservationSid", "WR1"), TOKEN);
    assertEquals(Optional.empty(), first.getEvent(), "it outlives no process");
    assertEquals(Optional.of("task-assignment/flow/WR1"), first.getKey());
    assertEquals(first.getKey(), key(route(CallbackKind.TASK_ASSIGNMENT), Map.of("ReservationSid", "WR1"), Optional.of("t2"))
        .getKey());
  }

  @Test
  void whatAsksForAnAnswerIsKnownByItsToken() {
    Map<String, String> fields = Map.of("CallSid", "CA1", "CallStatus", "in-progress");
    Optional<String> first = key(route(CallbackKind.CALL_INSTRUCTIONS), fields, TOKEN).getKey();
    assertEquals(Optional.of("flow#t1"), first);
    assertNotEquals(first, key(route(CallbackKind.CALL_INSTRUCTIONS), fields, Optional.of("t2")).getKey());
    assertEquals(Optional.empty(), key(route(CallbackKind.CALL_INSTRUCTIONS), fields, Optional.empty()).getKey());
  }

  @Test
  void anAuthorizationIsKnownByTheNumberOfItsState() {
    RouteSecret secret = new RouteSecret("12345");
    CallbackRoute route = route(CallbackKind.CONNECT_AUTHORIZATION);
    String address = route.pathAndQuery(secret);
    AuthorizationState state = AuthorizationState.of(
        new RoutePaths("Twilio", List.of(secret)).find(address.substring(0, address.indexOf('?'))).orElseThrow(),
        route.newState(secret, Long.MAX_VALUE, new SecureRandom())).orElseThrow();
    IdempotencyKey key = key(route.with(state), Map.of("AccountSid", "AC1"), TOKEN);
    assertEquals(Optional.of("connect-authorization/flow/" + state.getNumber()), key.getEvent());
    assertEquals(key.getEvent(), key.getKey());
  }

  /** A subaccount's token signs what it likes: with the account's SIDs, statuses and tokens of repeats. */
  @Test
  void noAccountsCallbackStandsForAnothers() {
    CallerAccount subaccount = new AccountKeys(List.of(), SigningKeys.NONE, Map.of("AC2", SigningKeys.NONE)).accountOf("AC2");
    Map<String, String> fields = Map.of("MessageSid", "SM1", "MessageStatus", "delivered", "CallSid", "CA1", "ReservationSid",
        "WR1");
    for (CallbackKind kind : CallbackKind.values()) {
      IdempotencyKey own = IdempotencyKey.of(route(kind), CallerAccount.OWN, TOKEN, fields);
      IdempotencyKey other = IdempotencyKey.of(route(kind), subaccount, TOKEN, fields);
      assertTrue(own.getKey().isPresent(), kind.name());
      assertEquals(own.getKey().map("AC2/"::concat), other.getKey(), kind.name());
      assertEquals(own.getEvent().map("AC2/"::concat), other.getEvent(), kind.name());
    }
    CallbackRoute route = route(CallbackKind.MESSAGE_STATUS);
    assertNotEquals(IdempotencyKey.ofGivenUp(route, CallerAccount.OWN, "SM1").getKey(),
        IdempotencyKey.ofGivenUp(route, subaccount, "SM1").getKey());
    assertNotEquals(IdempotencyKey.ofEvent(route, CallerAccount.OWN, "EZ1").getKey(),
        IdempotencyKey.ofEvent(route, subaccount, "EZ1").getKey());
  }

  private static Optional<String> event(CallbackKind kind, Map<String, String> fields, Optional<String> token) {
    IdempotencyKey key = key(route(kind), fields, token);
    assertEquals(key.getEvent(), key.getKey());
    return key.getEvent();
  }

  private static IdempotencyKey key(CallbackRoute route, Map<String, String> fields, Optional<String> token) {
    return IdempotencyKey.of(route, CallerAccount.OWN, token, fields);
  }

  private static CallbackRoute route(CallbackKind kind) {
    return new CallbackRoute("Twilio", kind, "flow", Optional.empty(), emptyMap());
  }
}
