package org.muletwilio.internal.callback.signature;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ways in which Twilio may have written an address when it signed: without fragment, mostly without user information, and
 * with or without its port (messaging keeps the port of https, voice drops it).
 */
final class SignedUrl {

  private final String text;
  private final int authority;
  private final int host;
  private final int port;
  private final int path;

  SignedUrl(String url) {
    int fragment = url.indexOf('#');
    text = fragment < 0 ? url : url.substring(0, fragment);
    authority = text.indexOf("://") + "://".length();
    if (authority < "://".length()) {
      throw new IllegalArgumentException("not an absolute URL");
    }
    path = firstOf('/', '?', text, authority);
    int at = text.lastIndexOf('@', path);
    host = at < authority ? authority : at + 1;
    int colon = text.lastIndexOf(':', path - 1);
    port = colon >= host && text.indexOf(']', colon) < 0 ? colon : path;
  }

  /** @return the way in which nearly all are written */
  String likeliest() {
    return host == authority ? text : text.substring(0, authority) + text.substring(host);
  }

  /** @return all ways, each once, the likeliest first */
  Set<String> variants() {
    Set<String> variants = new LinkedHashSet<>();
    variants.add(likeliest());
    addPortVariants(variants, "");
    addPortVariants(variants, text.substring(authority, host));
    return variants;
  }

  private void addPortVariants(Set<String> variants, String user) {
    String scheme = text.substring(0, authority);
    String portText = text.substring(port, path);
    boolean https = scheme.equalsIgnoreCase("https://");
    String usualPort = https ? ":443" : ":80";
    String start = scheme + user + text.substring(host, port);
    String pathAndQuery = text.substring(path);
    variants.add(start + portText + pathAndQuery);
    if (portText.isEmpty()) {
      variants.add(start + usualPort + pathAndQuery);
    } else if (https || portText.equals(usualPort)) {
      variants.add(start + pathAndQuery);
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
