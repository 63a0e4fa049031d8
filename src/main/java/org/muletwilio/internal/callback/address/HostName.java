package org.muletwilio.internal.callback.address;

import static java.util.Arrays.asList;
import static java.util.Locale.ROOT;

import java.net.IDN;
import java.util.List;
import java.util.Optional;

/** The name of the host that Twilio sees. Nothing is looked up. */
final class HostName {

  private static final String NO_HOST = "it is not the name of a host";
  private static final List<String> NAME_ENDS = asList(".localhost", ".local", ".internal", ".lan", ".home.arpa");
  private static final List<String> IPV6_STARTS = asList("[::1]", "[::]", "[fc", "[fd", "[fe8", "[fe9", "[fea", "[feb");

  private HostName() {}

  /**
   * @param domain the parameter's value, for the message
   * @param host the host in it
   * @return the host, in ASCII
   * @throws IllegalArgumentException that says why it is none that Twilio takes
   */
  static String require(String domain, String host) {
    if (host.startsWith("[") && host.indexOf(']') == host.length() - 1 && host.length() > 2) {
      return host;
    }
    for (char each : host.toCharArray()) {
      reasonAgainst(each).ifPresent(reason -> {
        throw refused(domain, reason);
      });
    }
    String ascii = inAscii(domain, host);
    if (ascii.isEmpty() || ascii.startsWith(".") || ascii.contains("..")) {
      throw refused(domain, NO_HOST);
    }
    return ascii;
  }

  static IllegalArgumentException refused(String domain, String reason) {
    return new IllegalArgumentException("domain is '" + domain + "': " + reason);
  }

  private static Optional<String> reasonAgainst(char each) {
    switch (each) {
      case '/':
      case '\\':
        return Optional.of("it must not hold a path, that is a parameter of its own: path");
      case '?':
      case '#':
      case '@':
        return Optional.of("it must not hold a query, a fragment or user information");
      case ':':
        return Optional.of("it must not hold a port, that is a parameter of its own: remotePort");
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

  /** @return whether nobody on the internet can reach a host of this name */
  static boolean isPrivate(String host) {
    String name = host.toLowerCase(ROOT);
    if (name.startsWith("[")) {
      return IPV6_STARTS.stream().anyMatch(name::startsWith);
    }
    return name.indexOf('.') < 0 || NAME_ENDS.stream().anyMatch(name::endsWith) || isPrivateIpv4(name);
  }

  private static boolean isPrivateIpv4(String name) {
    String[] parts = name.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    int[] bytes = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty() || parts[i].length() > 3 || !parts[i].chars().allMatch(each -> each >= '0' && each <= '9')) {
        return false;
      }
      bytes[i] = Integer.parseInt(parts[i]);
    }
    return bytes[0] == 10 || bytes[0] == 127 || bytes[0] == 0 || bytes[0] == 172 && bytes[1] >> 4 == 1
        || bytes[0] == 192 && bytes[1] == 168 || bytes[0] == 169 && bytes[1] == 254 || bytes[0] == 100 && bytes[1] >> 6 == 1;
  }
}
