package org.muletwilio.internal.callback.route;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.copyOf;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.PathSegmentCodec;
import org.muletwilio.internal.callback.trust.RouteSecret;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;

/**
 * The path of a route, <code>/config/kind/flow/token</code>. The kind of a route that leads to a flow's source starts with
 * <code>source-</code>. The token speaks for all that stands before it. Immutable.
 */
public final class RoutePath {

  private static final int TOKEN_BYTES = 16;
  private static final String SOURCE = "source-";
  private static final Base64.Encoder TOKEN_TEXT = Base64.getUrlEncoder().withoutPadding();

  private final CallbackKind kind;
  private final boolean toSource;
  private final String flow;
  private final String named;
  private final byte[] token;
  private final RouteSecret secret;

  private RoutePath(CallbackKind kind, boolean toSource, String flow, String named, byte[] token, RouteSecret secret) {
    this.kind = kind;
    this.toSource = toSource;
    this.flow = flow;
    this.named = named;
    this.token = token;
    this.secret = secret;
  }

  /**
   * @param config a config's name
   * @return the start of all its paths
   */
  public static String startOf(String config) {
    return "/" + PathSegmentCodec.encode(config) + "/";
  }

  static RoutePath of(String config, CallbackKind kind, boolean toSource, String flow, RouteSecret secret) {
    String named = startOf(config) + segmentOf(kind, toSource) + "/" + PathSegmentCodec.encode(flow);
    return new RoutePath(kind, toSource, flow, named, tokenOf(named.getBytes(US_ASCII), secret), secret);
  }

  /**
   * @param config a config's name
   * @param path any path
   * @param trusted the secrets with one of which the token must have been made
   * @return what it says, or empty where it is none of this config's or the token is wrong
   */
  static Optional<RoutePath> parse(String config, String path, Collection<RouteSecret> trusted) {
    String start = startOf(config);
    int flowStart = path.startsWith(start) ? path.indexOf('/', start.length()) + 1 : 0;
    int tokenStart = flowStart > 0 ? path.indexOf('/', flowStart) + 1 : 0;
    if (tokenStart <= flowStart + 1) {
      return Optional.empty();
    }
    String named = path.substring(0, tokenStart - 1);
    String token = path.substring(tokenStart);
    String segment = path.substring(start.length(), flowStart - 1);
    boolean toSource = isSource(segment);
    Optional<CallbackKind> kind = CallbackKind.ofPathSegment(toSource ? segment.substring(SOURCE.length()) : segment);
    Optional<String> flow = PathSegmentCodec.decode(path.substring(flowStart, tokenStart - 1));
    byte[] bytes = named.getBytes(UTF_8);
    return kind.flatMap(known -> flow.flatMap(name -> trusted.stream()
        .map(secret -> new RoutePath(known, toSource, name, named, tokenOf(bytes, secret), secret))
        .filter(each -> each.hasToken(token)).findFirst()));
  }

  /** @return what Twilio calls back about */
  public CallbackKind getKind() {
    return kind;
  }

  /** @return whether the flow's source takes the callback, and not the flow by its name */
  public boolean isToSource() {
    return toSource;
  }

  /** @return whether the segment of a path names a kind for a flow's source */
  static boolean isSource(String segment) {
    return segment.startsWith(SOURCE);
  }

  /** @return the segment of a path that names a kind, for a flow's source or the flow itself */
  static String segmentOf(CallbackKind kind, boolean toSource) {
    return toSource ? SOURCE + kind.getPathSegment() : kind.getPathSegment();
  }

  /** @return the name of the flow to run */
  public String getFlow() {
    return flow;
  }

  /** @return all before the token */
  String getNamed() {
    return named;
  }

  /** @return whether that is the token; a near miss takes as long as a wild guess */
  boolean hasToken(String claimed) {
    return MessageDigest.isEqual(token, claimed.getBytes(UTF_8));
  }

  /** @return the query for a context, closed by a token that holds for this path alone */
  String queryFor(RouteContext context) {
    return SealedContext.queryOf(named, PathSegmentCodec.encode(context.toText()), secret);
  }

  /** @return the context in the value of a query's field, or empty where it was not made for this path */
  Optional<RouteContext> contextIn(String value) {
    return SealedContext.open(named, value, secret).flatMap(PathSegmentCodec::decode).flatMap(RouteContext::parse);
  }

  /** @return a token over what stands behind this path, keyed as the path's own */
  byte[] tokenOf(String suffix) {
    return tokenOf((named + suffix).getBytes(UTF_8), secret);
  }

  @Override
  public String toString() {
    return named + "/" + new String(token, US_ASCII);
  }

  static byte[] tokenOf(byte[] text, RouteSecret secret) {
    return TOKEN_TEXT.encode(copyOf(secret.sign(text), TOKEN_BYTES));
  }
}
