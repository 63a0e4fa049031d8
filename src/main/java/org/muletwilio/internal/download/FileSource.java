package org.muletwilio.internal.download;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.connection.http.ErrorAnswers;
import org.muletwilio.internal.connection.http.FileClient;
import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets parts of one file: from Twilio's API, or from the storage that the API redirects to, which is asked directly from then on.
 * The address of a storage expires; the API is asked again then. Not thread-safe.
 */
final class FileSource {

  /** In memory at a time, for each file that is read. */
  static final int PART_BYTES = 1024 * 1024;

  private static final Pattern LOCATION = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,20}:/{0,3})(?:[^/?#@]*@)?([^/?#@]*).*",
      Pattern.DOTALL);
  private static final int MOST_REDIRECTS = 5;
  /** What the HTTP client buffers of an answer. */
  private static final int BUFFERED_BYTES = 64 * 1024;

  private final FileClient files;
  private final FileAddress address;
  private Optional<URI> storage = Optional.empty();

  FileSource(FileClient files, FileAddress address) {
    this.files = files;
    this.address = address;
  }

  /** @return the SID of the file */
  String getSid() {
    return address.getSid();
  }

  /** @return how long it may send nothing, in milliseconds */
  FileClient getClient() {
    return files;
  }

  /**
   * The calling thread waits.
   *
   * @param from the first byte
   * @return the part that begins there, or all of the file where the server sends no parts
   * @throws TwilioException if there is none
   */
  FilePart open(long from) {
    HttpAnswer answer = request(from);
    try {
      return FilePart.of(answer, from, PART_BYTES);
    } catch (IllegalArgumentException e) {
      throw new TwilioException(TwilioError.SERVER_ERROR, "The file " + getSid() + " can't be read: " + e.getMessage(), e);
    }
  }

  private HttpAnswer request(long from) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Range", "bytes=" + from + "-" + (from + PART_BYTES - 1));
    boolean known = storage.isPresent();
    URI uri = storage.orElseGet(() -> files.apiUri(address.getPath()));
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpAnswer answer = wholeApart(files.get(uri, headers), from, uri, headers);
      int status = answer.getStatus();
      if (status == 200 || status == 206 || status == 416) {
        storage = files.isApi(uri) ? Optional.empty() : Optional.of(uri);
        return answer;
      }
      if (isRedirect(status)) {
        uri = target(uri, answer);
      } else if (known && status / 100 == 4) {
        // its address has expired
        known = false;
        uri = files.apiUri(address.getPath());
      } else {
        throw failure(uri, answer);
      }
    }
    throw new TwilioException(TwilioError.SERVER_ERROR, "The file " + getSid() + " was redirected more than " + MOST_REDIRECTS
        + " times");
  }

  /** A file that comes in one piece and is not there already gets a connection of its own. */
  private HttpAnswer wholeApart(HttpAnswer answer, long from, URI uri, Map<String, String> headers) {
    if (!answer.getContent().isPresent() || from > 0 || sizeOf(answer) <= BUFFERED_BYTES) {
      return answer;
    }
    try {
      answer.getContent().get().close();
    } catch (IOException | RuntimeException e) {
      // it is not read
    }
    return files.getWhole(uri, headers);
  }

  private static long sizeOf(HttpAnswer answer) {
    try {
      return Long.parseLong(answer.getHeaders().getOrDefault("content-length", "").trim());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private URI target(URI from, HttpAnswer answer) {
    String location = answer.getHeaders().getOrDefault("location", "");
    try {
      URI target = from.resolve(location);
      if (!location.isEmpty() && files.mayFollow(target)) {
        return target;
      }
    } catch (IllegalArgumentException e) {
      // refused as every other address that can't be followed
    }
    throw new TwilioException(TwilioError.SERVER_ERROR, "Twilio says that the file " + getSid() + " is at '"
        + Excerpt.of(hostOf(location)) + "', which is not an HTTPS address: no request was sent");
  }

  private TwilioException failure(URI uri, HttpAnswer answer) {
    if (files.isApi(uri)) {
      return ErrorAnswers.toException(answer);
    }
    int status = answer.getStatus();
    return new TwilioException(status == 404 || status == 410 ? TwilioError.NOT_FOUND : TwilioError.SERVER_ERROR,
        "The storage that Twilio names for the file " + getSid() + " (" + uri.getHost() + ") answered with HTTP " + status);
  }

  /** What stands before the host or follows it may be a key to the file. */
  private static String hostOf(String location) {
    Matcher parts = LOCATION.matcher(location);
    return parts.matches() ? parts.group(1) + parts.group(2) : "another place";
  }
}
