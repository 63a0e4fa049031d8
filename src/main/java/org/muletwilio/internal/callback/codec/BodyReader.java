package org.muletwilio.internal.callback.codec;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Reads the body of a request, unless it is too large, before a deadline. Not every HTTP service limits how long a read may take:
 * at the deadline a timer closes the stream and interrupts the reader. What has arrived already is read without a timer.
 * Thread-safe.
 */
public final class BodyReader {

  private static final int UNKNOWN = -1;
  private static final int FIRST_BYTES = 8 * 1024;

  private final ScheduledExecutorService timer;
  private final long deadlineMillis;
  private final int mostBytes;

  /**
   * @param timer runs what is due at the deadline, on threads that no read can block
   * @param deadlineMillis how long a read may take
   * @param mostBytes how large a body may be
   */
  public BodyReader(ScheduledExecutorService timer, long deadlineMillis, int mostBytes) {
    this.timer = timer;
    this.deadlineMillis = deadlineMillis;
    this.mostBytes = mostBytes;
  }

  /** @return how many bytes a body may have */
  public int getMostBytes() {
    return mostBytes;
  }

  /** @return whether the headers alone tell that the body is too large */
  public boolean isTooLarge(HttpRequest request) {
    return announcedLength(request) > mostBytes;
  }

  /**
   * Waits for the body until the deadline.
   *
   * @param onStuck called from another thread where the read goes on after the deadline: its stream ignores interrupts
   * @return the body, empty bytes where there is none, or empty where it is too large
   * @throws SocketTimeoutException if the body is not complete at the deadline
   * @throws IOException if it can't be read
   * @throws RejectedExecutionException if the timer takes nothing
   */
  public Optional<byte[]> read(HttpRequest request, Runnable onStuck) throws IOException {
    long announced = announcedLength(request);
    if (announced > mostBytes) {
      return Optional.empty();
    }
    if (announced == 0) {
      return Optional.of(new byte[0]);
    }
    try (InputStream content = request.getEntity().getContent()) {
      return announced > 0 && content.available() >= announced ? read(content, (int) announced)
          : readWatched(content, (int) announced, onStuck);
    }
  }

  /**
   * Waits for the end of a stream, such as an answer's body, until the deadline.
   *
   * @return what is in it, or empty where that is too large
   * @throws SocketTimeoutException if it has not ended at the deadline
   * @throws IOException if it can't be read
   * @throws RejectedExecutionException if the timer takes nothing
   */
  public Optional<byte[]> read(InputStream content) throws IOException {
    return readWatched(content, UNKNOWN, () -> { });
  }

  private Optional<byte[]> readWatched(InputStream content, int announced, Runnable onStuck) throws IOException {
    ReadWatch watch = new ReadWatch(content, timer, onStuck);
    Future<?> alarm = timer.schedule(watch, deadlineMillis, MILLISECONDS);
    Optional<byte[]> body;
    try {
      body = read(content, announced);
    } catch (IOException | RuntimeException e) {
      if (watch.end()) {
        throw tooSlow();
      }
      throw e;
    } finally {
      watch.end();
      alarm.cancel(false);
    }
    if (watch.end()) {
      throw tooSlow();
    }
    return body;
  }

  /**
   * Where the length is known, nobody waits for the end behind it. Memory is taken for what has come: to announce a length costs
   * nothing.
   */
  private Optional<byte[]> read(InputStream content, int announced) throws IOException {
    if (announced < 0) {
      return BoundedBody.read(content, mostBytes);
    }
    byte[] body = new byte[Math.min(announced, FIRST_BYTES)];
    int length = 0;
    for (int read = 0; read >= 0 && length < announced; length += Math.max(0, read)) {
      if (length == body.length) {
        body = Arrays.copyOf(body, Math.min(2 * length, announced));
      }
      read = content.read(body, length, body.length - length);
    }
    return Optional.of(length == body.length ? body : Arrays.copyOf(body, length));
  }

  private SocketTimeoutException tooSlow() {
    return new SocketTimeoutException("its body was not complete after " + deadlineMillis + " ms");
  }

  private static long announcedLength(HttpRequest request) {
    String length = request.getHeaderValue("content-length");
    if (length == null || request.getHeaderValue("transfer-encoding") != null) {
      return UNKNOWN;
    }
    try {
      return Math.max(Long.parseLong(length.trim()), UNKNOWN);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
