package org.muletwilio.simulator.http;

import java.util.Optional;

/**
 * A callback's URL as the user wrote it, split without changing a character.
 *
 * @param scheme as written
 * @param userinfo user and password, still escaped
 * @param host as written, an IPv6 address with its brackets
 * @param port only if written
 * @param target path and query as written, never empty
 * @param rest path and query exactly as written, possibly empty
 * @param fragment without its #
 */
public record CallbackUrl(String scheme, Optional<String> userinfo, String host, Optional<Integer> port, String target,
    String rest, Optional<String> fragment) {

  /** @throws IllegalArgumentException if it is not a URL with scheme and host */
  public static CallbackUrl parse(String url) {
    int hash = url.indexOf('#');
    Optional<String> fragment = hash < 0 ? Optional.empty() : Optional.of(url.substring(hash + 1));
    String plain = hash < 0 ? url : url.substring(0, hash);
    int colon = plain.indexOf("://");
    if (colon <= 0) {
      throw new IllegalArgumentException("No scheme: " + url);
    }
    int start = colon + 3;
    int end = start;
    while (end < plain.length() && plain.charAt(end) != '/' && plain.charAt(end) != '?') {
      end++;
    }
    String authority = plain.substring(start, end);
    String rest = plain.substring(end);
    int at = authority.lastIndexOf('@');
    Optional<String> userinfo = at < 0 ? Optional.empty() : Optional.of(authority.substring(0, at));
    String address = authority.substring(at + 1);
    int portColon = address.indexOf(':', address.lastIndexOf(']') + 1);
    String host = portColon < 0 ? address : address.substring(0, portColon);
    if (host.isEmpty()) {
      throw new IllegalArgumentException("No host: " + url);
    }
    return new CallbackUrl(plain.substring(0, colon), userinfo, host, port(address, portColon),
                           rest.startsWith("/") ? rest : "/" + rest, rest, fragment);
  }

  private static Optional<Integer> port(String address, int colon) {
    if (colon < 0 || colon == address.length() - 1) {
      return Optional.empty();
    }
    int port = Integer.parseInt(address.substring(colon + 1));
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("No port: " + port);
    }
    return Optional.of(port);
  }

  boolean secure() {
    return scheme.equalsIgnoreCase("https");
  }

  /** The port that is called. */
  public int effectivePort() {
    return port.orElse(secure() ? 443 : 80);
  }

  /** Host and port as the Host header has them. */
  public String authority() {
    return host + port.map(number -> ":" + number).orElse("");
  }

  /** What is signed: no userinfo, no fragment, and for voice no port of an https address. */
  public String signed(boolean voice) {
    return scheme + "://" + (voice && secure() ? host : authority()) + rest;
  }

  /** This URL with more in its query, as a GET carries its fields. */
  public CallbackUrl withQuery(String query) {
    if (query.isEmpty()) {
      return this;
    }
    String join = rest.contains("?") ? "&" : "?";
    return new CallbackUrl(scheme, userinfo, host, port, target + join + query, rest + join + query, fragment);
  }
}
