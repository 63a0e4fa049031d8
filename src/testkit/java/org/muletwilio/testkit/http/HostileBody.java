package org.muletwilio.testkit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A body that begins well and then misbehaves as a client or a network can. */
public final class HostileBody extends InputStream {

  /** What follows the first bytes. */
  public enum Kind {
    /** Nothing, until the reader is interrupted or the stream closed. */
    STALLED,
    /** Nothing, also when the reader is interrupted and the stream closed, until {@link #release}. */
    STUCK,
    /** More and more, at once. */
    ENDLESS,
    /** More and more, a byte at a time with pauses. */
    TRICKLING,
    /** A failure, as when the client leaves. */
    FAILING
  }

  private static final long PAUSE_MILLIS = 20;

  private final Kind kind;
  private final byte[] beginning;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private int position;

  public HostileBody(Kind kind, byte[] beginning) {
    this.kind = kind;
    this.beginning = beginning.clone();
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = 0;
    while (read < length && position < beginning.length) {
      into[from + read++] = beginning[position++];
    }
    while (read < length && kind == Kind.ENDLESS) {
      into[from + read++] = 'a';
    }
    if (read == 0) {
      into[from] = next();
      read++;
    }
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    read(one, 0, 1);
    return one[0];
  }

  @Override
  public int available() {
    return beginning.length - position;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  /** @return whether somebody has closed it */
  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Releases a reader that is stuck. */
  public void release() {
    released.countDown();
  }

  private byte next() throws IOException {
    switch (kind) {
      case STALLED:
        await(closed, 1, TimeUnit.DAYS);
        throw new IOException("the stream has been closed");
      case STUCK:
        awaitRelease();
        throw new IOException("the stream has been released");
      case TRICKLING:
        if (await(closed, PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new IOException("the stream has been closed");
        }
        return 'a';
      default:
        throw new IOException("the client has left");
    }
  }

  private void awaitRelease() {
    boolean interrupted = false;
    while (released.getCount() > 0) {
      try {
        released.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leaves the thread interrupted, as Mule's HTTP service does. */
  private static boolean await(CountDownLatch latch, long time, TimeUnit unit) throws IOException {
    try {
      return latch.await(time, unit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
