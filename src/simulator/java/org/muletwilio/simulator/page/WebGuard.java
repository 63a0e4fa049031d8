package org.muletwilio.simulator.page;

import org.muletwilio.simulator.http.Routes;

import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;

/**
 * Keeps others away from the page: other machines, and other sites that the browser of this machine shows, whether these send
 * requests across sites or let their own name lead here.
 */
public final class WebGuard {

  /** A header that no other site can send without being allowed to. */
  static final String OWN_REQUEST = "X-Requested-With";

  private final String boundHost;
  private final boolean remote;

  /** @param remote whether other machines may see the page */
  public WebGuard(String boundHost, boolean remote) {
    this.boundHost = boundHost;
    this.remote = remote;
  }

  /** Why a request is refused, if it is. */
  Optional<String> refusal(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    List<String> hosts = headers.getOrDefault("Host", List.of());
    if (!remote && !exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
      return Optional.of("The page is for the simulator's own machine; start it with --remote-page to show it to others");
    }
    if (hosts.size() != 1 || !isOwn(hosts.get(0))) {
      return Optional.of("The page answers at localhost or an IP address");
    }
    boolean get = exchange.getRequestMethod().equals("GET");
    boolean opened = get && exchange.getRequestURI().getPath().equals("/");
    String origin = (exchange instanceof HttpsExchange ? "https://" : "http://") + hosts.get(0);
    boolean sameOrigin = headers.getOrDefault("Origin", List.of()).stream().allMatch(origin::equals);
    boolean sameSite = headers.getOrDefault("Sec-Fetch-Site", List.of()).stream()
        .allMatch(site -> site.equals("same-origin") || site.equals("none"));
    if (!sameOrigin || !sameSite && !opened) {
      return Optional.of("Other sites may not use the page");
    }
    return get || headers.containsKey(OWN_REQUEST) ? Optional.empty() : Optional.of("The header " + OWN_REQUEST + " is missing");
  }

  /** Anybody can let a name of theirs lead here; an address can't be forged so. */
  private boolean isOwn(String authority) {
    int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
    String host = colon < 0 ? authority : authority.substring(0, colon);
    return !host.isEmpty()
        && (host.equalsIgnoreCase("localhost") || host.equalsIgnoreCase(boundHost) || Routes.looksNumeric(host));
  }
}
