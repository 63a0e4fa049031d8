package org.muletwilio.internal.connection.http;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.stream.Stream;

import com.twilio.http.HttpMethod;

/**
 * The path of a request to Twilio's API. The SDK writes the values of path parameters into it as they are, so that a slash or a
 * question mark in one of them would name another resource.
 */
public final class ApiPath {

  private static final String PLAIN = "-._~!$&'()*+,=:@%/";

  private ApiPath() {}

  /** @return the value of a path parameter as one segment, with everything escaped that has a meaning in an address */
  public static String segment(String value) {
    if (isAlphanumeric(value)) {
      return value;
    }
    try {
      return URLEncoder.encode(value, "UTF-8").replace("+", "%20");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param value the value of a path parameter
   * @return whether a proxy that decodes the path before it forwards it would see a way to another resource in the value
   */
  public static boolean leadsElsewhere(String value) {
    if (value.indexOf('/') < 0 && value.indexOf('\\') < 0) {
      return isDots(value);
    }
    return Stream.of(value.split("[/\\\\]", -1)).anyMatch(ApiPath::isDots);
  }

  /** Some servers take off what follows a semicolon, and blanks and control characters, before they look at a segment. */
  private static boolean isDots(String segment) {
    int parameters = segment.indexOf(';');
    String name = (parameters < 0 ? segment : segment.substring(0, parameters)).trim();
    return name.equals(".") || name.equals("..");
  }

  /**
   * Refuses an address that can't be meant: one with dot segments, in any spelling, with empty segments, a fragment, a blank, or
   * a query where none belongs. Only the pages of a list bring a query of their own.
   *
   * @param method the request's
   * @param url the address that the SDK has put together
   * @throws TwilioException if it is not one of the API's
   */
  static void require(HttpMethod method, String url) {
    int start = url.indexOf('/', url.indexOf("://") + "://".length());
    int query = url.indexOf('?');
    int end = query < 0 ? url.length() : query;
    if (start < 0 || start > end || query >= 0 && method != HttpMethod.GET || !isPlain(url.substring(start, end))) {
      throw new TwilioException(TwilioError.INVALID_REQUEST, "No request was sent: '" + Excerpt.of(url, 300)
          + "' is not an address of Twilio's API. Check the SIDs and names that the operation was given");
    }
  }

  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char each = path.charAt(i);
      if (each > 0x7F || !Character.isLetterOrDigit(each) && PLAIN.indexOf(each) < 0) {
        return false;
      }
    }
    int end;
    for (int start = 1; start <= path.length(); start = end + 1) {
      int slash = path.indexOf('/', start);
      end = slash < 0 ? path.length() : slash;
      if (end == start || leadsElsewhere(decoded(path.substring(start, end)))) {
        return false;
      }
    }
    return true;
  }

  /** As nearly all values are. */
  private static boolean isAlphanumeric(String value) {
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      if (each > 0x7F || !Character.isLetterOrDigit(each)) {
        return false;
      }
    }
    return true;
  }

  /** @return what a proxy may make of the segment; two dots, which are refused, where its escapes are broken */
  private static String decoded(String segment) {
    try {
      return segment.indexOf('%') < 0 ? segment : URLDecoder.decode(segment, "UTF-8");
    } catch (UnsupportedEncodingException | IllegalArgumentException e) {
      return "..";
    }
  }
}
