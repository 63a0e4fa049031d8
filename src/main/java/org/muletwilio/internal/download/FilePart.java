package org.muletwilio.internal.download;

import org.muletwilio.internal.connection.http.HttpAnswer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a file, or all of it in one piece. */
final class FilePart {

  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
  private static final Pattern NO_RANGE = Pattern.compile("bytes \\*/(\\d{1,18})");

  private final InputStream content;
  private final boolean whole;
  private final OptionalLong size;
  private final HttpAnswer answer;

  private FilePart(InputStream content, boolean whole, OptionalLong size, HttpAnswer answer) {
    this.content = content;
    this.whole = whole;
    this.size = size;
    this.answer = answer;
  }

  /**
   * @param answer 200, 206 or 416
   * @param from the first byte that was asked for
   * @param length how many bytes were asked for
   * @throws IllegalArgumentException if it is not what was asked for
   */
  static FilePart of(HttpAnswer answer, long from, int length) {
    if (answer.getStatus() == PARTIAL) {
      return ofRange(answer, from, length);
    }
    if (answer.getStatus() == NOT_SATISFIABLE) {
      return behindTheEnd(answer, from);
    }
    InputStream content = answer.getContent().orElseGet(() -> new ByteArrayInputStream(answer.getBody()));
    OptionalLong size = header(answer, "content-length").map(FilePart::length).orElse(OptionalLong.empty());
    return new FilePart(content, true, size, answer);
  }

  private static FilePart ofRange(HttpAnswer answer, long from, int length) {
    String told = header(answer, "content-range").orElse("");
    Matcher range = CONTENT_RANGE.matcher(told);
    if (!range.matches() || Long.parseLong(range.group(1)) != from) {
      throw new IllegalArgumentException("the server sent another part than bytes " + from + " and following");
    }
    long end = Long.parseLong(range.group(2)) + 1;
    OptionalLong size = range.group(3).equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(range.group(3)));
    int sent = answer.getBody().length;
    if (end - from != sent || sent == 0 || sent > length || size.isPresent() && end > size.getAsLong()) {
      throw new IllegalArgumentException("the server sent " + sent + " bytes as a part of " + (end - from) + " bytes, of at most "
          + length);
    }
    if (size.isPresent() && sent < length && end < size.getAsLong()) {
      throw new IllegalArgumentException("a part has " + sent + " bytes, and not the " + length + " that were asked for");
    }
    return new FilePart(new ByteArrayInputStream(answer.getBody()), false, size, answer);
  }

  private static FilePart behindTheEnd(HttpAnswer answer, long from) {
    Matcher none = NO_RANGE.matcher(header(answer, "content-range").orElse(""));
    if (!none.matches() || Long.parseLong(none.group(1)) != from) {
      throw new IllegalArgumentException("the server says that byte " + from + " is after its end");
    }
    return new FilePart(new ByteArrayInputStream(new byte[0]), false, OptionalLong.of(from), answer);
  }

  private static OptionalLong length(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.trim()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** @return what is still to be read and closed */
  InputStream getContent() {
    return content;
  }

  /** @return whether the file came in one piece, since the server sends no parts */
  boolean isWhole() {
    return whole;
  }

  /** @return the size of the file, where it is told */
  OptionalLong getSize() {
    return size;
  }

  /** @return what tells this state of the file from another one, where that is told */
  Optional<String> getTag() {
    return header("etag");
  }

  Optional<String> header(String name) {
    return header(answer, name);
  }

  private static Optional<String> header(HttpAnswer answer, String name) {
    return Optional.ofNullable(answer.getHeaders().get(name));
  }
}
