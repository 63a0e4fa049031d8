package org.muletwilio.internal.callback;

import org.muletwilio.internal.callback.content.CallbackAnswer;
import org.muletwilio.internal.callback.content.CallbackRequest;
import org.muletwilio.internal.callback.route.AuthorizationState;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.RoutePath;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Checks the state that the browser of an authorization brings. Whether it has been used before is checked later, where the flow
 * runs.
 */
final class StateCheck {

  private final RefusalLog refusals;

  /** @param refusals tells of what is refused */
  StateCheck(RefusalLog refusals) {
    this.refusals = refusals;
  }

  /** @return the route with what the state brings, or empty where the request was refused, which has ended the exchange */
  Optional<CallbackRoute> admit(RoutePath path, CallbackRoute route, String remote, CallbackRequest request,
                                CallbackExchange exchange) {
    List<String> texts = request.getQuery().getAll(AuthorizationState.NAME);
    Optional<AuthorizationState> state =
        texts.size() == 1 ? AuthorizationState.of(path, texts.get(0)) : Optional.empty();
    if (texts.isEmpty() && isDeclined(request)) {
      exchange.end(CallbackAnswer.DECLINED);
      return Optional.empty();
    }
    if (!state.isPresent()) {
      refusals.add(Refusal.WRONG_STATE, () -> "a browser at " + remote + " for flow '" + route.getFlow() + "' without a state "
          + "that was made for it by twilio:authorize-url");
      exchange.end(CallbackAnswer.FORGED);
      return Optional.empty();
    }
    if (state.get().isExpired(System.currentTimeMillis())) {
      refusals.add(Refusal.WRONG_STATE, () -> "a browser at " + remote + " for flow '" + route.getFlow() + "' whose state has "
          + "expired: expiresAfter of twilio:authorize-url says when");
      exchange.end(CallbackAnswer.USED_UP);
      return Optional.empty();
    }
    return state.map(route::with);
  }

  /**
   * Twilio: Twilio Connect, Authorize URL.
   *
   * @return whether somebody has declined, of whom Twilio tells by an error and nothing else: no flow runs for nobody
   */
  private static boolean isDeclined(CallbackRequest request) {
    return request.getQuery().getAll("error").equals(Collections.singletonList("unauthorized_client"))
        && request.getQuery().getAll("AccountSid").isEmpty();
  }
}
