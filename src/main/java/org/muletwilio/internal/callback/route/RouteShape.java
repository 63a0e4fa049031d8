package org.muletwilio.internal.callback.route;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.internal.callback.codec.PathSegmentCodec;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Tells the addresses that a config can have made, under another host and with other secrets, too, from those of others. */
public final class RouteShape {

  private static final Pattern REST = Pattern.compile("[^/]+/[A-Za-z0-9_-]{22}");

  private RouteShape() {}

  /**
   * @param publicPath what the paths of all callbacks start with, as Twilio sees them
   * @param config the name of the config
   * @param kind what Twilio calls back about
   * @param url any address
   * @return whether the config can have made the address for that kind, for the source of a flow or a flow by its name
   */
  public static boolean fits(String publicPath, String config, CallbackKind kind, String url) {
    String path = pathOf(url);
    for (boolean toSource : new boolean[] {true, false}) {
      String start = publicPath + RoutePath.startOf(config) + RoutePath.segmentOf(kind, toSource) + "/";
      if (path.startsWith(start) && REST.matcher(path.substring(start.length())).matches()) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param url an address that {@link #fits} a config
   * @return the name of the flow in it, for messages
   */
  public static String flowIn(String url) {
    String[] segments = pathOf(url).split("/");
    return segments.length < 2 ? "" : PathSegmentCodec.decode(segments[segments.length - 2]).orElse("");
  }

  /**
   * @param url an address that {@link #fits} a config
   * @return whether it leads to the source of a flow, and not to the flow by its name
   */
  public static boolean leadsToSource(String url) {
    String[] segments = pathOf(url).split("/");
    return segments.length > 2 && RoutePath.isSource(segments[segments.length - 3]);
  }

  /**
   * @param url an address that Twilio has
   * @param other another one
   * @return whether both lead to the same host and port by the same scheme
   */
  public static boolean haveSameOrigin(String url, String other) {
    return !originOf(url).isEmpty() && originOf(url).equalsIgnoreCase(originOf(other));
  }

  private static String originOf(String url) {
    try {
      URI uri = new URI(url);
      return uri.getHost() == null ? "" : uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String pathOf(String url) {
    try {
      String path = new URI(url).getRawPath();
      return path == null ? "" : path;
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
