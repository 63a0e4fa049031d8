package org.muletwilio.internal.callback.address;

import static java.util.Locale.ROOT;

import java.net.URI;
import java.util.Optional;

/** The address under which Twilio reaches this application. Immutable. */
public final class PublicAddress {

  private static final String DEFAULT_HOST = "localhost";
  private static final String SCHEME_END = "://";
  private static final int ANY_PORT = 80;

  private final String host;
  private final String start;

  private PublicAddress(String scheme, String host, int port, String basePath) {
    this.host = host;
    this.start = scheme + SCHEME_END + host + (port == usualPort(scheme) ? "" : ":" + port) + basePath;
  }

  /**
   * The scheme is the domain's; else that of the remote port, where it is 80 or 443; else that of the listener.
   *
   * @param domain host that Twilio sees, with or without <code>http://</code> or <code>https://</code>; localhost where absent
   * @param localPort the port that is listened on
   * @param localTls whether it is listened on with TLS
   * @param remotePort the port that Twilio sees; where absent that of the listener for this machine's own names, else the
   *         scheme's
   * @param path what the paths of all callbacks start with
   * @return the address
   * @throws IllegalArgumentException that says which value is wrong, and why
   */
  public static PublicAddress of(Optional<String> domain, int localPort, boolean localTls, Optional<Integer> remotePort,
                                 String path) {
    String given = domain.orElse(DEFAULT_HOST);
    int schemeEnd = given.indexOf(SCHEME_END);
    remotePort.ifPresent(port -> requirePort("remotePort", port));
    String scheme = schemeEnd < 0 ? scheme(localTls, remotePort)
        : requireScheme(given, given.substring(0, schemeEnd).toLowerCase(ROOT));
    String host = HostName.require(given, withoutSlash(schemeEnd < 0 ? given : given.substring(schemeEnd + SCHEME_END.length())));
    int port = remotePort.orElse(HostName.isLoopback(host) ? localPort : usualPort(scheme));
    return new PublicAddress(scheme, host, port, requirePath("path", path));
  }

  /**
   * @param domain host that Twilio sees, with or without a scheme
   * @throws IllegalArgumentException that says why Twilio can't call it
   */
  static void requireDomain(String domain) {
    of(Optional.of(domain), ANY_PORT, false, Optional.empty(), "");
  }

  /**
   * @param publicUrl a tunnel's address
   * @param path what the paths of all callbacks start with
   * @return the address
   * @throws IllegalArgumentException that says why that is not an address that Twilio can call
   */
  public static PublicAddress ofTunnel(String publicUrl, String path) {
    URI uri = URI.create(publicUrl);
    if (uri.getHost() == null || uri.getScheme() == null) {
      throw new IllegalArgumentException("it has no host, or one that Twilio refuses");
    }
    String scheme = requireScheme(publicUrl, uri.getScheme().toLowerCase(ROOT));
    return new PublicAddress(scheme, HostName.require(publicUrl, uri.getHost()),
                             uri.getPort() < 0 ? usualPort(scheme) : requirePort("its port", uri.getPort()),
                             requirePath("path", path));
  }

  /**
   * @param pathAndQuery what follows the base path, starting with a slash
   * @return the whole URL; a port that is its scheme's own is left out
   */
  public String url(String pathAndQuery) {
    return start.concat(pathAndQuery);
  }

  /** @return what {@link #url} was given to make this URL, without a fragment, or empty where it has not made it */
  public Optional<String> pathAndQueryOf(String url) {
    int fragment = url.indexOf('#');
    return url.startsWith(start + "/") ? Optional.of(url.substring(start.length(), fragment < 0 ? url.length() : fragment))
        : Optional.empty();
  }

  /** @return whether Twilio can't reach this host: it is this machine, or a private or link-local network's */
  public boolean isPrivate() {
    return HostName.isPrivate(host);
  }

  /**
   * @param name the parameter's name
   * @param port its value
   * @return the port
   * @throws IllegalArgumentException if it is none
   */
  public static int requirePort(String name, int port) {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(name + " is " + port + ": a port is a number from 1 to 65535");
    }
    return port;
  }

  /**
   * @param name the parameter's name
   * @param path its value
   * @return the path with a slash in front and none at the end; empty for the root
   * @throws IllegalArgumentException if it can't be the start of a URL's path
   */
  public static String requirePath(String name, String path) {
    String inner = path;
    while (inner.startsWith("/")) {
      inner = inner.substring(1);
    }
    while (inner.endsWith("/")) {
      inner = inner.substring(0, inner.length() - 1);
    }
    for (String segment : inner.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..") || !segment.chars().allMatch(PublicAddress::isPlain)
          || segment.isEmpty() && !inner.isEmpty()) {
        throw new IllegalArgumentException(name + " is '" + path
            + "': it is made of letters, digits and - _ . ~, separated by single /");
      }
    }
    return inner.isEmpty() ? "" : "/" + inner;
  }

  /** Browsers show addresses with a slash at the end, and so they are pasted. */
  private static String withoutSlash(String host) {
    return host.length() > 1 && host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
  }

  private static String scheme(boolean localTls, Optional<Integer> remotePort) {
    int port = remotePort.orElse(0);
    return port == usualPort("https") || port != usualPort("http") && localTls ? "https" : "http";
  }

  private static String requireScheme(String domain, String scheme) {
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw HostName.refused(domain, "Twilio calls http and https addresses only");
    }
    return scheme;
  }

  private static boolean isPlain(int each) {
    return each < 0x80 && (Character.isLetterOrDigit(each) || "-_.~".indexOf(each) >= 0);
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicAddress && start.equals(((PublicAddress) other).start);
  }

  @Override
  public int hashCode() {
    return start.hashCode();
  }

  @Override
  public String toString() {
    return start;
  }
}
