package org.muletwilio.internal.download;

import org.muletwilio.internal.callback.codec.InterruptibleRead;
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
    InterruptibleRead watched = new InterruptibleRead();
    watched.begin();
    Future<?> alarm = alarm(watched);
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
    if (watched.end()) {
      throw new SocketTimeoutException("nothing arrived for " + files.getStallMillis() + " ms");
    }
    if (failure instanceof InterruptedIOException) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
    return read;
  }

  private Future<?> alarm(InterruptibleRead watched) throws IOException {
    try {
      return files.schedule(files.getStallMillis(), watched::giveUp);
    } catch (RejectedExecutionException e) {
      throw new IOException("the application was stopped", e);
    }
  }
}
