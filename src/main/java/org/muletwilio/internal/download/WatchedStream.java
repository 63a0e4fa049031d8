package org.muletwilio.internal.download;

import org.muletwilio.internal.connection.http.FileClient;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** Gives up a read when nothing arrives for too long; not every HTTP client does so. */
final class WatchedStream extends FilterInputStream {

  private final FileClient files;
  private Thread reader;
  private boolean expired;

  WatchedStream(InputStream content, FileClient files) {
    super(content);
    this.files = files;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (in.available() > 0) {
      return in.read(bytes, offset, length);
    }
    begin();
    Future<?> alarm = alarm();
    int read = -1;
    IOException failure = null;
    try {
      read = in.read(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new IOException(e.toString(), e);
    }
    alarm.cancel(false);
    if (end()) {
      throw new SocketTimeoutException("nothing came for " + files.getStallMillis() + " ms");
    }
    if (failure instanceof InterruptedIOException) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
    return read;
  }

  private Future<?> alarm() throws IOException {
    try {
      return files.schedule(files.getStallMillis(), this::expire);
    } catch (RejectedExecutionException e) {
      end();
      throw new IOException("the application was stopped", e);
    }
  }

  private synchronized void begin() {
    reader = Thread.currentThread();
  }

  private synchronized void expire() {
    if (reader != null) {
      expired = true;
      reader.interrupt();
    }
  }

  /** @return whether the read took too long; the thread goes on without the interrupt then */
  private synchronized boolean end() {
    reader = null;
    if (expired) {
      Thread.interrupted();
    }
    return expired;
  }
}
