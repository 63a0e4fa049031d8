package org.muletwilio.internal.operation;

import static org.muletwilio.internal.operation.Validation.isEmpty;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.error.TwilioException;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the URLs that users give. The Twilio SDK silently leaves out a URL that Java can't parse as a URI. */
public final class HttpUrls {

  private static final String NOT_ABSOLUTE = "it must be an absolute http or https URL";
  /** The host in an authority, between user information and port. */
  private static final Pattern HOST = Pattern.compile("(?:[^@]*@)?([^:@]+)(?::\\d*)?");

  private HttpUrls() {}

  /**
   * @param operation the operation's name in XML, for messages
   * @param parameter what names the text in messages, for example <code>mediaUrls holds</code>
   * @param text what should be the URL of something that Twilio fetches
   * @return the URL
   * @throws TwilioException if it is not an absolute http or https URL
   */
  public static URI require(String operation, String parameter, String text) {
    reasonAgainst(text, true).ifPresent(reason -> {
      throw Validation.invalid(operation, parameter + " '" + Excerpt.of(text) + "': " + reason);
    });
    return URI.create(text);
  }

  /**
   * @param text what should be the URL of a callback
   * @return why Twilio can't call it, or empty where it can
   */
  static Optional<String> reasonAgainstCallback(String text) {
    return reasonAgainst(text, false);
  }

  private static Optional<String> reasonAgainst(String text, boolean takesUnderscores) {
    if (isEmpty(text)) {
      return Optional.of("it is empty, and " + NOT_ABSOLUTE);
    }
    try {
      URI uri = new URI(text);
      boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!http || uri.getRawAuthority() == null) {
        return Optional.of(NOT_ABSOLUTE);
      }
      return uri.getHost() != null ? Optional.empty() : reasonAgainstHost(uri.getRawAuthority(), takesUnderscores);
    } catch (URISyntaxException e) {
      return Optional.of("it is not a URL (" + e.getReason() + " at index " + e.getIndex() + "), and " + NOT_ABSOLUTE);
    }
  }

  /** Java knows no host with an underscore. */
  private static Optional<String> reasonAgainstHost(String authority, boolean takesUnderscores) throws URISyntaxException {
    Matcher host = HOST.matcher(authority);
    if (!host.matches() || new URI("http://" + host.group(1).replace('_', '0')).getHost() == null) {
      return Optional.of("its host is not a valid one, and " + NOT_ABSOLUTE);
    }
    return takesUnderscores ? Optional.empty() : Optional.of("Twilio refuses hosts with an underscore");
  }
}
