package org.muletwilio.internal.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.copyOf;
import static java.util.Collections.emptyMap;
import static java.util.Collections.unmodifiableMap;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a callback goes: a flow, for a kind of callback, and what the sender wants to hear again. It is all in the address that
 * Twilio gets, <code>/config/kind/flow/token?context=…</code>, so any worker can serve any callback, also after a restart. The token
 * keeps others from naming flows of their choice; the query is covered by Twilio's signature. No character of it has a meaning in
 * XML, so that it can stand in TwiML as it is, or is ever changed by a proxy.
 */
public final class CallbackRoute {

  private static final String CONTEXT = "context";
  private static final int TOKEN_BYTES = 16;

  private final String config;
  private final CallbackKind kind;
  private final String flow;
  private final String correlationId;
  private final Map<String, String> context;

  /**
   * @param config the name of the config whose endpoint serves the callback
   * @param kind what Twilio calls back about
   * @param flow the name of the flow to run
   * @param correlationId the sending event's, if it is to be given back
   * @param context the user's own values, to be given back
   */
  public CallbackRoute(String config, CallbackKind kind, String flow, Optional<String> correlationId,
                       Map<String, String> context) {
    this.config = config;
    this.kind = kind;
    this.flow = flow;
    this.correlationId = correlationId.orElse(null);
    this.context = unmodifiableMap(new LinkedHashMap<>(context));
  }

  /** @return what Twilio calls back about */
  public CallbackKind getKind() {
    return kind;
  }

  /** @return the name of the flow to run */
  public String getFlow() {
    return flow;
  }

  /** @return the correlation id of the event that asked for the callback */
  public Optional<String> getCorrelationId() {
    return Optional.ofNullable(correlationId);
  }

  /** @return the user's own values */
  public Map<String, String> getContext() {
    return context;
  }

  /**
   * @param config a config's name
   * @return the start of the paths of all its routes
   */
  static String configPath(String config) {
    return "/" + PathSegment.encode(config) + "/";
  }

  /**
   * @param secret the account's, from which the token is made
   * @return path and query that lead back to this route
   */
  String pathAndQuery(AuthToken secret) {
    StringBuilder text = new StringBuilder(128).append(configPath(config)).append(kind.getPathSegment()).append('/')
        .append(PathSegment.encode(flow)).append('/').append(token(secret));
    if (correlationId != null || !context.isEmpty()) {
      text.append('?').append(CONTEXT).append('=')
          .append(PathSegment.encode(new RouteContext(getCorrelationId(), context).toText()));
    }
    return text.toString();
  }

  /**
   * @param config the name of the config whose endpoint was called
   * @param path the path as it was called, from its config segment on
   * @param query the fields of the query
   * @param trusted the secrets with one of which the token must have been made
   * @return the route, or empty where the path is none of this config's or the token is wrong
   */
  static Optional<CallbackRoute> parse(String config, String path, MultiMap<String, String> query,
                                       Collection<AuthToken> trusted) {
    String start = configPath(config);
    int flowStart = path.startsWith(start) ? path.indexOf('/', start.length()) + 1 : 0;
    int tokenStart = flowStart > 0 ? path.indexOf('/', flowStart) + 1 : 0;
    if (tokenStart <= flowStart + 1) {
      return Optional.empty();
    }
    String token = path.substring(tokenStart);
    return CallbackKind.ofPathSegment(path.substring(start.length(), flowStart - 1))
        .flatMap(kind -> PathSegment.decode(path.substring(flowStart, tokenStart - 1))
            .flatMap(flow -> contextIn(query)
                .map(context -> new CallbackRoute(config, kind, flow, context.getCorrelationId(), context.getValues()))))
        .filter(route -> route.hasToken(token, trusted));
  }

  /** @return whether a field of a query is the route's own and not one that Twilio added */
  static boolean isOwnField(String name) {
    return name.equals(CONTEXT);
  }

  private static Optional<RouteContext> contextIn(MultiMap<String, String> query) {
    return query.containsKey(CONTEXT) ? PathSegment.decode(query.get(CONTEXT)).flatMap(RouteContext::parse)
        : Optional.of(new RouteContext(Optional.empty(), emptyMap()));
  }

  private boolean hasToken(String claimed, Collection<AuthToken> trusted) {
    byte[] bytes = claimed.getBytes(UTF_8);
    for (AuthToken secret : trusted) {
      if (MessageDigest.isEqual(token(secret).getBytes(US_ASCII), bytes)) {
        return true;
      }
    }
    return false;
  }

  private String token(AuthToken secret) {
    String named = configPath(config) + kind.getPathSegment() + "/" + PathSegment.encode(flow);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(copyOf(secret.routeToken(named.getBytes(US_ASCII)), TOKEN_BYTES));
  }
}
