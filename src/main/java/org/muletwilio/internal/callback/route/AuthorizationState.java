package org.muletwilio.internal.callback.route;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.callback.codec.PathSegmentCodec;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The state of an authorization, <code>expiry.number.text.token</code>: Twilio gives it back with the browser that it redirects,
 * and signs nothing. It says until when it serves, has a random number by which it is known, so that it can serve once, and
 * carries the context of whoever began the authorization. The token holds for one path alone. Immutable.
 */
public final class AuthorizationState {

  /** Of the field in the query. */
  public static final String NAME = "state";

  private static final int NUMBER_BYTES = 16;
  private static final int PARTS = 4;
  private static final Base64.Encoder NUMBER_TEXT = Base64.getUrlEncoder().withoutPadding();

  private final String number;
  private final long expiryMillis;
  private final RouteContext context;

  private AuthorizationState(String number, long expiryMillis, RouteContext context) {
    this.number = number;
    this.expiryMillis = expiryMillis;
    this.context = context;
  }

  /**
   * @param path where the browser is sent
   * @param context is given back
   * @param expiryMillis since 1970, until when it serves
   * @param random makes the number
   * @return the text to give to Twilio, which has no character with a meaning in a query
   */
  static String textFor(RoutePath path, RouteContext context, long expiryMillis, SecureRandom random) {
    byte[] number = new byte[NUMBER_BYTES];
    random.nextBytes(number);
    String text = expiryMillis + "." + NUMBER_TEXT.encodeToString(number) + "." + PathSegmentCodec.encode(context.toText());
    return text + "." + new String(tokenOf(path, text), US_ASCII);
  }

  /**
   * @param path what the request's path says
   * @param text what the query says
   * @return the state, expired or not; empty where it was not made for this path. A near miss takes as long as a wild guess
   */
  public static Optional<AuthorizationState> of(RoutePath path, String text) {
    int end = text.lastIndexOf('.');
    if (end < 0 || !MessageDigest.isEqual(tokenOf(path, text.substring(0, end)), text.substring(end + 1).getBytes(UTF_8))) {
      return Optional.empty();
    }
    String[] parts = text.split("\\.", -1);
    return parts.length != PARTS ? Optional.empty() : PathSegmentCodec.decode(parts[2]).flatMap(RouteContext::parse)
        .map(context -> new AuthorizationState(parts[1], Long.parseLong(parts[0]), context));
  }

  private static byte[] tokenOf(RoutePath path, String text) {
    return path.tokenOf("!" + NAME + "=" + text);
  }

  /** @return the random number by which it is known */
  public String getNumber() {
    return number;
  }

  /** @return whether it serves no more at this time */
  public boolean isExpired(long nowMillis) {
    return nowMillis >= expiryMillis;
  }

  Optional<String> getCorrelationId() {
    return context.getCorrelationId();
  }

  Map<String, String> getContext() {
    return context.getValues();
  }
}
