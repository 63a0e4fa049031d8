package org.muletwilio.simulator.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** Which callback URLs Twilio accepts. */
public final class UrlRules {

  private static final int LONGEST = 4000;

  private final boolean strict;

  /** @param strict whether URLs that only this machine or network can reach are refused, as Twilio does */
  public UrlRules(boolean strict) {
    this.strict = strict;
  }

  public boolean accept(String url) {
    if (url.length() > LONGEST || url.chars().anyMatch(c -> c <= ' ' || c == 127)) {
      return false;
    }
    try {
      CallbackUrl parsed = CallbackUrl.parse(url);
      String scheme = parsed.scheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && !parsed.host().contains("_") && (!strict || isPublic(parsed.host()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isPublic(String host) {
    if (!Routes.looksNumeric(host)) {
      return host.indexOf('.') > 0 && !host.toLowerCase(Locale.ROOT).endsWith(".local");
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      return !address.isLoopbackAddress() && !address.isSiteLocalAddress() && !address.isLinkLocalAddress()
          && !address.isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
