package org.muletwilio.internal.download;

import org.muletwilio.internal.callback.codec.LogText;
import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file, fetched as it is read: one part is in memory at a time, and no connection is held between two parts. Where the server
 * sends no parts, the file is read from the connection. After a broken connection the download goes on where it broke, as long as
 * the file is still the same. For one reader at a time.
 */
final class DownloadStream extends InputStream {

  private static final SafeLogger LOGGER = SafeLogger.of(DownloadStream.class);

  /** In a row, without a byte between. */
  private static final int MOST_FAILURES = 3;

  private final FileSource source;
  private final OptionalLong size;
  private final Optional<String> tag;
  private FilePart part;
  private InputStream content;
  private long position;
  private int failures;
  private boolean closed;

  /** @param first the part with which the file begins */
  DownloadStream(FileSource source, FilePart first) {
    this.source = source;
    this.size = first.getSize();
    this.tag = first.getTag();
    take(first);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (length > 0) {
      if (closed) {
        throw new IOException("The download of " + source.getSid() + " was closed");
      }
      if (part == null && (size.isPresent() && position >= size.getAsLong() || !goOn())) {
        return -1;
      }
      try {
        int read = content.read(bytes, offset, length);
        if (read > 0) {
          position += read;
          failures = 0;
          return read;
        }
        if (read < 0 && ended()) {
          return -1;
        }
      } catch (IOException e) {
        failed(e);
      }
    }
    return 0;
  }

  /** @return whether the file has ended with this part, as far as that is known */
  private boolean ended() throws IOException {
    boolean whole = part.isWhole();
    release();
    if (whole && size.isPresent() && position < size.getAsLong()) {
      failed(new IOException("the connection ended"));
      return false;
    }
    return whole;
  }

  /** @return whether there is another part */
  private boolean goOn() throws IOException {
    while (true) {
      try {
        FilePart next = source.open(position);
        if (next.isWhole() && position > 0) {
          next.getContent().close();
          throw cut("the server can't continue where the download broke");
        }
        requireSame(next);
        take(next);
        return !next.getSize().isPresent() || position < next.getSize().getAsLong();
      } catch (TwilioException e) {
        failed(e);
      }
    }
  }

  private void requireSame(FilePart next) throws IOException {
    if (size.isPresent() && next.getSize().isPresent() && size.getAsLong() != next.getSize().getAsLong()
        || tag.isPresent() && next.getTag().isPresent() && !tag.equals(next.getTag())) {
      release();
      throw cut("the file changed meanwhile");
    }
  }

  private void failed(Exception failure) throws IOException {
    release();
    failures++;
    if (failures >= MOST_FAILURES || Thread.currentThread().isInterrupted()) {
      throw cut(LogText.of(failure.getMessage()));
    }
    LOGGER.debug("The download of {} continues at byte {}: {}", source.getSid(), position, failure.getMessage());
  }

  /** Without its cause: whoever reads the stream would take a broken connection of ours for one of his own. */
  private IOException cut(String reason) {
    closed = true;
    return new IOException("The download of " + source.getSid() + " was cut after " + position
        + (size.isPresent() ? " of " + size.getAsLong() : "") + " bytes: " + reason);
  }

  private void take(FilePart next) {
    part = next;
    content = next.isWhole() ? new WatchedStream(next.getContent(), source.getClient()) : next.getContent();
  }

  private void release() {
    FilePart before = part;
    part = null;
    if (before != null) {
      try {
        before.getContent().close();
      } catch (IOException | RuntimeException e) {
        // nothing of it is needed any more
      }
    }
  }

  @Override
  public int available() throws IOException {
    return part == null || closed ? 0 : content.available();
  }

  @Override
  public void close() {
    closed = true;
    release();
  }
}
