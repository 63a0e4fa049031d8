package org.muletwilio.testkit.expression;

import org.mule.runtime.api.streaming.bytes.CursorStream;
import org.mule.runtime.api.streaming.bytes.CursorStreamProvider;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** What a script has written: bytes that can be read more than once. */
final class WrittenContent implements CursorStreamProvider {

  private final byte[] bytes;

  WrittenContent(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public CursorStream openCursor() {
    return new Cursor();
  }

  @Override
  public void close() {
    // there is nothing to close
  }

  @Override
  public void releaseResources() {
    // there are none
  }

  @Override
  public boolean isClosed() {
    return false;
  }

  /** One reading of the bytes. */
  private final class Cursor extends CursorStream {

    private final ByteArrayInputStream in = new ByteArrayInputStream(bytes);

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int start, int length) {
      return in.read(buffer, start, length);
    }

    @Override
    public long getPosition() {
      return bytes.length - in.available();
    }

    @Override
    public void seek(long position) throws IOException {
      in.reset();
      in.skipNBytes(position);
    }

    @Override
    public void release() {
      // nothing is held
    }

    @Override
    public boolean isReleased() {
      return false;
    }

    @Override
    public CursorStreamProvider getProvider() {
      return WrittenContent.this;
    }
  }
}
