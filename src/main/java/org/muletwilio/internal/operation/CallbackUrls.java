package org.muletwilio.internal.operation;

import static org.muletwilio.internal.error.TwilioError.INVALID_CALLBACK_URL;
import static org.muletwilio.internal.operation.Validation.isEmpty;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.extension.api.runtime.parameter.CorrelationInfo;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.AuthorizationStates;
import org.muletwilio.internal.callback.CallbackEndpoint;
import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.route.RouteContext;
import org.muletwilio.internal.error.TwilioException;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Makes the URLs that one run of an operation gives to Twilio, from names of flows or from the user's own URLs. */
public final class CallbackUrls {

  private static final int MOST_CHARACTERS = 4000;

  private final String operation;
  private final CallbackEndpoint endpoint;
  private final Optional<String> correlationId;
  private final Map<String, String> context;
  private boolean contextUsed;

  /**
   * @param operation the operation's name in XML, for messages
   * @param endpoint serves the flows
   * @param correlation of the event that runs the operation
   * @param context the user's values to return with callbacks, or null
   * @throws TwilioException if one of them is not a single value
   */
  public CallbackUrls(String operation, CallbackEndpoint endpoint, CorrelationInfo correlation, Map<String, String> context) {
    this.operation = operation;
    this.endpoint = endpoint;
    this.correlationId = Optional.ofNullable(correlation.getCorrelationId());
    try {
      this.context = TextValues.in("callbackContext", context);
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  /**
   * @param kind what Twilio calls back about
   * @param flowParameter the name of the parameter that names a flow
   * @param flow its value, or null
   * @param urlParameter the name of the parameter with a URL
   * @param url its value, or null
   * @return the URL to give to Twilio, or empty where neither is set
   * @throws TwilioException if both are set, or the one that is set can't serve
   */
  public Optional<String> of(CallbackKind kind, String flowParameter, String flow, String urlParameter, String url) {
    if (flow != null && url != null) {
      throw invalid("takes " + flowParameter + " ('" + Excerpt.of(flow) + "') or " + urlParameter + " ('" + Excerpt.of(url)
          + "'), not both");
    }
    if (url != null) {
      return Optional.of(ofUrl(kind, urlParameter, url));
    }
    return Optional.ofNullable(flow).map(name -> notTooLong(flowParameter + " '" + name + "'",
                                                            urlOfFlow(kind, flowParameter, name, endpoint::urlFor)));
  }

  /** A URL of the connector's own, made by callback-url, has what a flow reference has. */
  private String ofUrl(CallbackKind kind, String urlParameter, String url) {
    Optional<CallbackRoute> own = endpoint.routeOf(callable(urlParameter, url));
    if (!own.isPresent()) {
      return url;
    }
    CallbackKind made = own.get().getKind();
    if (made != kind && made != CallbackKind.EVENT) {
      throw invalid(urlParameter + " is a URL that was made for " + made + ", but Twilio calls it about " + kind
          + ": give twilio:callback-url kind=\"" + kind + "\"");
    }
    return urlOf(urlParameter, own.get(), endpoint::urlFor);
  }

  /** @return the parameter that is set, with its value, for messages, or empty where neither is */
  public static Optional<String> describe(String flowParameter, String flow, String urlParameter, String url) {
    return flow != null ? Optional.of(flowParameter + " '" + Excerpt.of(flow) + "'")
        : Optional.ofNullable(url).map(value -> urlParameter + " '" + Excerpt.of(value) + "'");
  }

  /**
   * @param kind what Twilio calls back about
   * @param flowParameter the name of the parameter that names a flow
   * @param flow its value
   * @return the URL to write into TwiML
   * @throws TwilioException if the flow can't serve
   */
  String inMarkup(CallbackKind kind, String flowParameter, String flow) {
    return notTooLong(flowParameter + " '" + flow + "'", urlOfFlow(kind, flowParameter, flow, endpoint::urlInMarkupFor));
  }

  /**
   * @param flowParameter the name of the parameter that names a flow
   * @param flow the flow that an authorization's browser is sent to
   * @param expiresAfter how long the state serves
   * @param unit of that
   * @return the state of a new authorization
   * @throws TwilioException if the flow can't serve, or not for so long
   */
  String newState(String flowParameter, String flow, int expiresAfter, TimeUnit unit) {
    return urlOfFlow(CallbackKind.CONNECT_AUTHORIZATION, flowParameter, flow, route -> {
      AuthorizationStates states = endpoint.getAuthorizationStates();
      long lifetime = unit.toMillis(expiresAfter);
      requireThat(lifetime > 0 && lifetime <= states.getLongestMillis(), operation, "expiresAfter is " + expiresAfter + " " + unit
          + ": it must be from 1 millisecond to an hour, and not longer than duplicateWindow of http-callback-config");
      return states.newState(route, lifetime);
    });
  }

  /**
   * Remembers that a flow awaits the last status of what was created with its URL.
   *
   * @param kind what Twilio calls back about
   * @param flow the flow's name, or null where none was named
   * @param url the URL that was given instead, or null; it may be one of the connector's own
   * @param accountSid the account that owns the message or call
   * @param sid of the message or call
   * @return ends when that is stored, or after a bounded wait; always well
   */
  public CompletableFuture<Void> awaitStatus(CallbackKind kind, String flow, String url, String accountSid, String sid) {
    Optional<CallbackRoute> route = flow != null ? Optional.of(routeTo(kind, flow))
        : Optional.ofNullable(url).flatMap(endpoint::routeOf).filter(own -> own.getKind() == kind && !own.isToSource());
    return route.isPresent() && accountSid != null && sid != null ? endpoint.awaitStatus(accountSid, sid, route.get())
        : CompletableFuture.completedFuture(null);
  }

  /**
   * Called when all URLs are made.
   *
   * @throws TwilioException if there is a context that no flow gets back
   */
  public void requireFlowForContext() {
    if (!context.isEmpty() && !contextUsed) {
      throw invalid("callbackContext has values, but no flow gets them back: name a flow, or leave callbackContext out. "
          + "A URL of your own, or of twilio:callback-url, does not get them");
    }
  }

  /** As {@link #of}, for what may have a URL already: an empty URL removes it. */
  public Optional<String> ofChange(CallbackKind kind, String flowParameter, String flow, String urlParameter, String url) {
    return flow == null && "".equals(url) ? Optional.of("") : of(kind, flowParameter, flow, urlParameter, url);
  }

  /** It is one that Twilio can call, unless it is too long. */
  private String urlOfFlow(CallbackKind kind, String flowParameter, String flow, UrlMaker maker) {
    if (isEmpty(flow)) {
      throw invalid(flowParameter + " is empty: set it to the name of a flow");
    }
    String parameter = flowParameter + " is '" + Excerpt.of(flow) + "'";
    endpoint.reasonAgainstFlow(flow).ifPresent(reason -> {
      throw invalid(parameter + ": " + reason);
    });
    contextUsed = true;
    String url = urlOf(parameter, routeTo(kind, flow), maker);
    if (url.length() <= MOST_CHARACTERS || !correlationId.isPresent()) {
      return url;
    }
    endpoint.correlationIdLeftOut("it has " + correlationId.get().length() + " characters, and a URL may have "
        + MOST_CHARACTERS);
    return urlOf(parameter, new CallbackRoute(endpoint.getConfig(), kind, flow, Optional.empty(), context), maker);
  }

  private String urlOf(String parameter, CallbackRoute route, UrlMaker maker) {
    try {
      return maker.make(route);
    } catch (IllegalArgumentException e) {
      throw invalid(parameter + ": " + e.getMessage());
    } catch (MuleException e) {
      throw new TwilioException(INVALID_CALLBACK_URL, operation + ": " + e.getMessage(), e);
    }
  }

  /** A correlation id does not keep a message from being sent: where a URL can't hold it, callbacks come without it. */
  private CallbackRoute routeTo(CallbackKind kind, String flow) {
    Optional<String> carried = correlationId.filter(RouteContext::canHold);
    if (correlationId.isPresent() && !carried.isPresent()) {
      endpoint.correlationIdLeftOut("it holds the character NUL");
    }
    return new CallbackRoute(endpoint.getConfig(), kind, flow, carried, context);
  }

  private String callable(String parameter, String url) {
    HttpUrls.reasonAgainstCallback(notTooLong(parameter, url)).ifPresent(reason -> {
      throw invalid(parameter + " is '" + Excerpt.of(url) + "': " + reason);
    });
    return url;
  }

  private String notTooLong(String parameter, String url) {
    if (url.length() > MOST_CHARACTERS) {
      throw invalid(parameter + " makes a URL of " + url.length() + " characters, and Twilio takes " + MOST_CHARACTERS
          + " at most: shorten it, or callbackContext");
    }
    return url;
  }

  private TwilioException invalid(String what) {
    return new TwilioException(INVALID_CALLBACK_URL, operation + ": " + what);
  }

  /** One of the endpoint's ways to write a URL. */
  @FunctionalInterface
  private interface UrlMaker {

    String make(CallbackRoute route) throws MuleException;
  }
}
