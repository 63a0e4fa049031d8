package org.muletwilio.internal.callback.route;

import static java.util.Collections.emptyMap;
import static java.util.Collections.unmodifiableMap;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a callback goes: a flow, for a kind of callback, and what the sender wants back. It is all in the address that
 * Twilio gets, <code>/config/kind/flow/token?context=text.token</code>, so any worker can serve any callback, also after a
 * restart. The tokens keep others from naming flows and contexts of their choice. No character of it has a meaning in XML, so
 * that it can stand in TwiML as it is, or is ever changed by a proxy.
 */
public final class CallbackRoute {

  private final String config;
  private final CallbackKind kind;
  private final boolean toSource;
  private final String flow;
  private final String correlationId;
  private final Map<String, String> context;
  private final String state;

  /**
   * @param config the name of the config whose endpoint serves the callback
   * @param kind what Twilio calls back about
   * @param flow the name of the flow to run
   * @param correlationId the sending event's, if it is to be given back
   * @param context the user's own values, to be given back
   */
  public CallbackRoute(String config, CallbackKind kind, String flow, Optional<String> correlationId,
                       Map<String, String> context) {
    this(config, kind, false, flow, correlationId, context, null);
  }

  private CallbackRoute(String config, CallbackKind kind, boolean toSource, String flow, Optional<String> correlationId,
                        Map<String, String> context, String state) {
    this.config = config;
    this.kind = kind;
    this.toSource = toSource;
    this.flow = flow;
    this.correlationId = correlationId.orElse(null);
    this.context = unmodifiableMap(new LinkedHashMap<>(context));
    this.state = state;
  }

  /**
   * @param config the name of the config whose endpoint serves the callback
   * @param kind what Twilio calls back about
   * @param flow the name of the flow
   * @return the route to the flow's source for that kind
   */
  public static CallbackRoute toSource(String config, CallbackKind kind, String flow) {
    return new CallbackRoute(config, kind, true, flow, Optional.empty(), emptyMap(), null);
  }

  /** @return what Twilio calls back about */
  public CallbackKind getKind() {
    return kind;
  }

  /** @return whether the flow's source takes the callback, and not the flow by its name */
  public boolean isToSource() {
    return toSource;
  }

  /** @return what tells this route from the others of its config, context aside */
  public String getName() {
    return RoutePath.segmentOf(kind, toSource) + "/" + flow;
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

  /** @return the number of the state that an authorization came with */
  public Optional<String> getState() {
    return Optional.ofNullable(state);
  }

  /**
   * @param authorization what the browser of an authorization brought
   * @return the same route with its number, its values beside those of the route, and its correlation id where it has one
   */
  public CallbackRoute with(AuthorizationState authorization) {
    Map<String, String> values = new LinkedHashMap<>(context);
    values.putAll(authorization.getContext());
    Optional<String> correlationId =
        authorization.getCorrelationId().isPresent() ? authorization.getCorrelationId() : getCorrelationId();
    return new CallbackRoute(config, kind, toSource, flow, correlationId, values, authorization.getNumber());
  }

  /**
   * @param secret the account's, from which the tokens are made
   * @param expiryMillis since 1970, until when the state serves
   * @param random makes its number
   * @return a state for an authorization whose browser comes to this route; it brings the context and correlation id back
   */
  public String newState(RouteSecret secret, long expiryMillis, SecureRandom random) {
    return AuthorizationState.textFor(RoutePath.of(config, kind, toSource, flow, secret),
                                      new RouteContext(getCorrelationId(), context), expiryMillis, random);
  }

  /**
   * @param secret the account's, from which the token is made
   * @return path and query that lead back to this route
   */
  public String pathAndQuery(RouteSecret secret) {
    RoutePath path = RoutePath.of(config, kind, toSource, flow, secret);
    return path + path.queryFor(new RouteContext(getCorrelationId(), context));
  }

  /**
   * @param paths reads the paths of a config
   * @param pathAndQuery what {@link #pathAndQuery} may have written
   * @return the route, or empty where it was not written there
   */
  public static Optional<CallbackRoute> parse(RoutePaths paths, String pathAndQuery) {
    int query = pathAndQuery.indexOf('?');
    return query < 0 ? Optional.empty() : FormFields.decode(pathAndQuery.substring(query + 1)).flatMap(fields ->
        paths.find(pathAndQuery.substring(0, query)).flatMap(path -> of(paths.getConfig(), path, fields)));
  }

  /**
   * @param config the name of the config that was called
   * @param path what the path says
   * @param query the fields of the query
   * @return the route, or empty where the query doesn't have one context, made for this path
   */
  public static Optional<CallbackRoute> of(String config, RoutePath path, MultiMap<String, String> query) {
    List<String> contexts = query.getAll(SealedContext.NAME);
    return contexts.size() != 1 ? Optional.empty() : path.contextIn(contexts.get(0)).map(context ->
        new CallbackRoute(config, path.getKind(), path.isToSource(), path.getFlow(), context.getCorrelationId(),
                          context.getValues(), null));
  }

  /** @return whether a field of a query is the route's own and not one that Twilio added */
  public static boolean isOwnField(String name) {
    return name.equals(SealedContext.NAME);
  }
}
