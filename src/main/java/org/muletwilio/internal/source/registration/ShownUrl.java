package org.muletwilio.internal.source.registration;

import org.muletwilio.internal.callback.codec.Excerpt;

import java.net.URI;
import java.net.URISyntaxException;

/** Writes somebody else's address for messages: without user, password, query and fragment, which may hold secrets. */
public final class ShownUrl {

  private ShownUrl() {}

  /** @return the address as messages show it, or words in place of a text that is not a URL */
  public static String of(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null) {
        return "an address that is not a URL";
      }
      return Excerpt.of(uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
          + (uri.getRawPath() == null ? "" : uri.getRawPath()));
    } catch (URISyntaxException e) {
      return "an address that is not a URL";
    }
  }
}
