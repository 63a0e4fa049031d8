package org.muletwilio.internal.callback.address;

import static java.util.Arrays.asList;
import static java.util.Locale.ROOT;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** The name or IP address of the host that Twilio sees. Nothing is looked up. */
final class HostName {

  private static final String NO_HOST = "it is not the name or the IP address of a host";
  private static final int MOST_CHARACTERS = 253;
  private static final List<String> PRIVATE_ENDS = asList(".local", ".internal", ".lan", ".home.arpa");

  private HostName() {}

  /**
   * @param domain the parameter's value, for the message
   * @param host the host in it
   * @return the host, in ASCII and in small letters, as all who sign an address write it; an IPv6 address has its brackets
   * @throws IllegalArgumentException that says why Twilio can't take it
   */
  static String require(String domain, String host) {
    boolean bracketed = host.startsWith("[");
    if (!bracketed) {
      host.chars().mapToObj(HostName::reasonAgainst).filter(Optional::isPresent).findFirst().ifPresent(reason -> {
        throw refused(domain, reason.get());
      });
    } else if (host.indexOf('%') >= 0) {
      throw refused(domain, "an IPv6 address with a zone can be reached from this machine alone");
    } else if (!host.endsWith("]")) {
      throw refused(domain, "an IPv6 address ends with a bracket; a port is a parameter of its own: remotePort");
    }
    String ascii = bracketed ? host : inAscii(domain, host);
    if (ascii.length() > MOST_CHARACTERS || !isHostOfUri(ascii)) {
      throw refused(domain, NO_HOST);
    }
    return ascii.toLowerCase(ROOT);
  }

  static IllegalArgumentException refused(String domain, String reason) {
    return new IllegalArgumentException("domain is '" + domain + "': " + reason);
  }

  private static Optional<String> reasonAgainst(int each) {
    switch (each) {
      case '/':
      case '\\':
        return Optional.of("it must not hold a path, that is a parameter of its own: path");
      case '?':
      case '#':
      case '@':
        return Optional.of("it must not hold a query, a fragment or user information");
      case ':':
        return Optional.of("it must not hold a port, that is a parameter of its own: remotePort. An IPv6 address needs brackets");
      case '_':
        return Optional.of("Twilio refuses hosts with an underscore");
      default:
        return Character.isWhitespace(each) ? Optional.of("it must not hold a blank") : Optional.empty();
    }
  }

  private static String inAscii(String domain, String host) {
    try {
      return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      throw refused(domain, NO_HOST);
    }
  }

  private static boolean isHostOfUri(String host) {
    try {
      return host.equals(new URI("http://" + host + "/").getHost());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** @return whether it is this machine, seen from itself */
  static boolean isLoopback(String host) {
    String name = withoutRoot(host);
    return name.equals("localhost") || name.endsWith(".localhost")
        || ipOf(name).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /** @return whether nobody on the internet can reach a host of this name */
  static boolean isPrivate(String host) {
    String name = withoutRoot(host);
    Optional<InetAddress> ip = ipOf(name);
    return ip.isPresent() ? isPrivate(ip.get())
        : name.indexOf('.') < 0 || isLoopback(name) || PRIVATE_ENDS.stream().anyMatch(name::endsWith);
  }

  /** @return the name without the dot that stands for the root of all names */
  private static String withoutRoot(String host) {
    String name = host.toLowerCase(ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isPrivate(InetAddress ip) {
    byte[] bytes = ip.getAddress();
    int first = bytes[0] & 0xFF;
    boolean shared = ip instanceof Inet6Address ? (first & 0xFE) == 0xFC
        : first == 0 || first == 100 && (bytes[1] & 0xC0) == 0x40;
    return shared || ip.isLoopbackAddress() || ip.isAnyLocalAddress() || ip.isLinkLocalAddress() || ip.isSiteLocalAddress();
  }

  /** @return the address that the host is, which needs no look-up, or empty where it is a name */
  private static Optional<InetAddress> ipOf(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    if (!host.startsWith("[") && (last.isEmpty() || !last.chars().allMatch(each -> each >= '0' && each <= '9'))) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
