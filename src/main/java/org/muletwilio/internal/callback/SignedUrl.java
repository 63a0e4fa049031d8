package org.muletwilio.internal.callback;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ways in which Twilio may have written an address when it signed: without fragment, mostly without user information, and with
 * or without its port (messaging keeps the port of https, voice drops it).
 */
final class SignedUrl {

  private final String scheme;
  private final String userInformation;
  private final String host;
  private final String port;
  private final String pathAndQuery;

  SignedUrl(String url) {
    int fragment = url.indexOf('#');
    String text = fragment < 0 ? url : url.substring(0, fragment);
    int authority = text.indexOf("://") + "://".length();
    if (authority < "://".length()) {
      throw new IllegalArgumentException("not an absolute URL");
    }
    int path = firstOf('/', '?', text, authority);
    int at = text.lastIndexOf('@', path);
    int hostStart = at < authority ? authority : at + 1;
    int colon = text.lastIndexOf(':', path - 1);
    boolean hasPort = colon >= hostStart && text.indexOf(']', colon) < 0;
    scheme = text.substring(0, authority);
    userInformation = text.substring(authority, hostStart);
    host = text.substring(hostStart, hasPort ? colon : path);
    port = hasPort ? text.substring(colon, path) : "";
    pathAndQuery = text.substring(path);
  }

  /** @return the likeliest way first, each once */
  Set<String> variants() {
    Set<String> variants = new LinkedHashSet<>();
    addPortVariants(variants, "");
    addPortVariants(variants, userInformation);
    return variants;
  }

  private void addPortVariants(Set<String> variants, String user) {
    boolean https = scheme.equalsIgnoreCase("https://");
    String usualPort = https ? ":443" : ":80";
    variants.add(scheme + user + host + port + pathAndQuery);
    if (port.isEmpty()) {
      variants.add(scheme + user + host + usualPort + pathAndQuery);
    } else if (https || port.equals(usualPort)) {
      variants.add(scheme + user + host + pathAndQuery);
    }
  }

  private static int firstOf(char one, char other, String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == one || text.charAt(i) == other) {
        return i;
      }
    }
    return text.length();
  }
}
