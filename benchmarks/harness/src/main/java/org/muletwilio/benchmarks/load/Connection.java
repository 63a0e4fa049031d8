package org.muletwilio.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Locale.ROOT;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept-alive connection with at most one request under way. */
final class Connection implements AutoCloseable {

  private static final int BUFFER_BYTES = 16 * 1024;

  private final InetSocketAddress server;
  private final Selector selector;
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private SocketChannel channel;
  private long since;
  private int status;
  private boolean closing;
  private boolean waiting;

  Connection(InetSocketAddress server, Selector selector) throws IOException {
    this.server = server;
    this.selector = selector;
    open();
  }

  /** @param since the time from which the answer is waited for */
  void send(Requests requests, long since) throws IOException {
    if (closing || !channel.isOpen()) {
      reset();
      open();
    }
    this.since = since;
    waiting = true;
    out.clear();
    in.clear();
    requests.next(out);
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /** @return whether the answer is complete; never while nothing is waited for */
  boolean receive() throws IOException {
    if (channel.read(in) < 0) {
      if (!waiting) {
        reset();
        return false;
      }
      waiting = false;
      throw new EOFException("The server closed a connection that waited for an answer");
    }
    waiting = !isComplete();
    return !waiting;
  }

  private boolean isComplete() {
    int headEnd = headEnd();
    if (headEnd < 0) {
      return false;
    }
    status = (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + in.get(11) - '0';
    byte[] bytes = new byte[headEnd];
    in.get(0, bytes);
    String head = new String(bytes, ISO_8859_1).toLowerCase(ROOT);
    closing = head.contains("connection: close");
    if (head.contains("transfer-encoding: chunked")) {
      return in.get(in.position() - 5) == '0' && in.get(in.position() - 1) == '\n';
    }
    int length = head.indexOf("content-length:");
    int bodyLength = length < 0 ? 0 : Integer.parseInt(head.substring(length + 15, head.indexOf('\r', length)).trim());
    return in.position() >= headEnd + bodyLength;
  }

  long since() {
    return since;
  }

  boolean isAccepted() {
    return status >= 200 && status < 300;
  }

  /** Makes the next request use a new connection. */
  void reset() {
    closing = false;
    try {
      channel.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }

  @Override
  public void close() {
    reset();
  }

  private void open() throws IOException {
    channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  private int headEnd() {
    for (int i = 3; i < in.position(); i++) {
      if (in.get(i) == '\n' && in.get(i - 2) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }
}
