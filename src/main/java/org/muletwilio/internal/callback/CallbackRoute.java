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
 * Twilio gets, <code>/config/kind/flow/token?context=…</code>, so any worker can serve any callback, also after a restart. The
 * token keeps others from naming flows of their choice; the query is covered by Twilio's signature. No character of it has a
 * meaning in XML, so that it can stand in TwiML as it is, or is ever changed by a proxy.
 */
public final class CallbackRoute {

  private static final String CONTEXT = "context";
  private static final int TOKEN_BYTES = 16;
  private static final Base64.Encoder TOKEN_TEXT = Base64.getUrlEncoder().withoutPadding();

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
    String named = configPath(config) + kind.getPathSegment() + "/" + PathSegment.encode(flow);
    StringBuilder text = new StringBuilder(256).append(named).append('/')
        .append(new String(token(named.getBytes(US_ASCII), secret), US_ASCII));
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
    if (tokenStart <= flowStart + 1
        || !isToken(path.substring(tokenStart), path.substring(0, tokenStart - 1).getBytes(UTF_8), trusted)) {
      return Optional.empty();
    }
    Optional<CallbackKind> kind = CallbackKind.ofPathSegment(path.substring(start.length(), flowStart - 1));
    Optional<String> flow = PathSegment.decode(path.substring(flowStart, tokenStart - 1));
    Optional<RouteContext> context = contextIn(query);
    return kind.isPresent() && flow.isPresent() && context.isPresent()
        ? Optional.of(new CallbackRoute(config, kind.get(), flow.get(), context.get().getCorrelationId(),
                                        context.get().getValues()))
        : Optional.empty();
  }

  /** @return whether a field of a query is the route's own and not one that Twilio added */
  static boolean isOwnField(String name) {
    return name.equals(CONTEXT);
  }

  private static Optional<RouteContext> contextIn(MultiMap<String, String> query) {
    return query.containsKey(CONTEXT) ? PathSegment.decode(query.get(CONTEXT)).flatMap(RouteContext::parse)
        : Optional.of(new RouteContext(Optional.empty(), emptyMap()));
  }

  private static boolean isToken(String claimed, byte[] named, Collection<AuthToken> trusted) {
    byte[] bytes = claimed.getBytes(UTF_8);
    for (AuthToken secret : trusted) {
      if (MessageDigest.isEqual(token(named, secret), bytes)) {
        return true;
      }
    }
    return false;
  }

  /** @param named the path as far as the token, which speaks for all of it */
  private static byte[] token(byte[] named, AuthToken secret) {
    return TOKEN_TEXT.encode(copyOf(secret.routeToken(named), TOKEN_BYTES));
  }
}
