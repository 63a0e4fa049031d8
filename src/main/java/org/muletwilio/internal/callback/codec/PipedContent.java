package org.muletwilio.internal.callback.codec;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an answer that arrives while it is read. Closing it wakes a thread of the HTTP client that waits for room in it:
 * the pipes of older clients let that thread sleep on for up to a second, and all else that it receives waits with it.
 */
public final class PipedContent extends FilterInputStream {

  public PipedContent(InputStream content) {
    super(content);
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      synchronized (in) {
        in.notifyAll();
      }
    }
  }
}
