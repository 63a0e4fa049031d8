package org.muletwilio.simulator.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands where DNS, tunnels and proxies are: knows where a public address really leads. An address without a route is called only
 * if it is on loopback, so that nothing leaves the machine by mistake.
 */
public final class Routes {

  private record Route(CallbackUrl from, CallbackUrl to) {
  }

  /** Where to connect to, and what to ask for there. */
  public record Destination(String host, int port, boolean secure, String target) {
  }

  private final List<Route> routes = new CopyOnWriteArrayList<>();

  public void add(String publicBase, String localBase) {
    routes.add(0, new Route(CallbackUrl.parse(withoutSlash(publicBase)), CallbackUrl.parse(withoutSlash(localBase))));
  }

  public Optional<Destination> of(CallbackUrl url) {
    for (Route route : routes) {
      if (leadsFrom(route.from, url)) {
        CallbackUrl to = route.to;
        String target = to.rest() + url.target().substring(route.from.rest().length());
        return Optional.of(new Destination(bare(to.host()), to.effectivePort(), to.secure(), target.isEmpty() ? "/" : target));
      }
    }
    if (loopback(url.host())) {
      return Optional.of(new Destination(bare(url.host()), url.effectivePort(), url.secure(), url.target()));
    }
    return Optional.empty();
  }

  private static boolean leadsFrom(CallbackUrl base, CallbackUrl url) {
    if (!base.host().equalsIgnoreCase(url.host()) || base.effectivePort() != url.effectivePort()
        || !base.scheme().equalsIgnoreCase(url.scheme()) || !url.target().startsWith(base.rest())) {
      return false;
    }
    String further = url.target().substring(base.rest().length());
    return further.isEmpty() || further.startsWith("/") || further.startsWith("?");
  }

  static boolean loopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      // Only an address, never a name, so that nothing is looked up
      return looksNumeric(host) && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  public static boolean looksNumeric(String host) {
    return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String withoutSlash(String base) {
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }
}
