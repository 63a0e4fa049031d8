package org.muletwilio.internal.callback.route;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.callback.trust.RouteSecret;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * The query of a route's address, <code>context=text.token</code>. Twilio signs the address and the fields of a form as one text
 * without separators, so that whoever captured a signed request could move fields into the end of the address or a part of the
 * address into the fields. The token is where the address ends: it holds for one text of one path alone. Every address has it,
 * since otherwise the whole query could become a field.
 */
final class SealedContext {

  static final String NAME = "context";

  private static final char TOKEN_FOLLOWS = '.';

  private SealedContext() {}

  /**
   * @param named what the path says, without its token
   * @param text made of characters that mean nothing in a query; no dot among them
   * @param secret the account's
   * @return the query, with its question mark
   */
  static String queryOf(String named, String text, RouteSecret secret) {
    String query = "?" + NAME + "=" + text;
    return query + TOKEN_FOLLOWS + new String(RoutePath.tokenOf((named + query).getBytes(US_ASCII), secret), US_ASCII);
  }

  /**
   * @param named what the path says, without its token
   * @param value of the query's field
   * @param secret that of the path
   * @return the text, or empty where the token is not the one of this text and path; a near miss takes as long as a wild guess
   */
  static Optional<String> open(String named, String value, RouteSecret secret) {
    int end = value.lastIndexOf(TOKEN_FOLLOWS);
    if (end < 0) {
      return Optional.empty();
    }
    String text = value.substring(0, end);
    byte[] token = RoutePath.tokenOf((named + "?" + NAME + "=" + text).getBytes(UTF_8), secret);
    return MessageDigest.isEqual(token, value.substring(end + 1).getBytes(UTF_8)) ? Optional.of(text) : Optional.empty();
  }
}
