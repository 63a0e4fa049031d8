package org.muletwilio.simulator.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections to users' servers. Plain ones can be kept for a short time for the next callback to the same address. One that its
 * server has closed, or on which it sent something unasked, is never used again, so that no callback is sent twice or lost.
 */
final class Connections implements AutoCloseable {

  /** Less than any server waits before it closes a connection. */
  private static final long LONGEST_IDLE_NANOS = 1_000_000_000L;
  private static final int MOST_IDLE = 64;

  private record Idle(SocketChannel channel, long since) {
  }

  private final Map<InetSocketAddress, Deque<Idle>> idle = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** A connection that is open already, or a new one. */
  Socket take(InetSocketAddress address, int connectMillis) throws IOException {
    for (Idle known = poll(address); known != null; known = poll(address)) {
      if (System.nanoTime() - known.since < LONGEST_IDLE_NANOS && silent(known.channel)) {
        return known.channel.socket();
      }
      end(known.channel.socket());
    }
    Socket socket = SocketChannel.open().socket();
    return connect(socket, address, connectMillis);
  }

  /** A new connection for one request, which can be upgraded to TLS. */
  Socket single(InetSocketAddress address, int connectMillis) throws IOException {
    return connect(new Socket(), address, connectMillis);
  }

  private Socket connect(Socket socket, InetSocketAddress address, int connectMillis) throws IOException {
    open.add(socket);
    try {
      if (closed) {
        throw new IOException("closed");
      }
      socket.setTcpNoDelay(true);
      socket.connect(address, connectMillis);
      return socket;
    } catch (IOException e) {
      end(socket);
      throw e;
    }
  }

  /** Keeps a connection whose last answer was read to its end. */
  void keep(InetSocketAddress address, Socket socket) {
    Deque<Idle> all = idle.computeIfAbsent(address, key -> new ArrayDeque<>());
    synchronized (all) {
      if (!closed && all.size() < MOST_IDLE) {
        all.push(new Idle(socket.getChannel(), System.nanoTime()));
        return;
      }
    }
    end(socket);
  }

  void end(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same
    }
  }

  private Idle poll(InetSocketAddress address) {
    Deque<Idle> all = idle.get(address);
    if (all == null) {
      return null;
    }
    synchronized (all) {
      return all.poll();
    }
  }

  private static boolean silent(SocketChannel channel) {
    try {
      channel.configureBlocking(false);
      boolean silent = channel.read(ByteBuffer.allocate(1)) == 0;
      channel.configureBlocking(true);
      return silent;
    } catch (IOException e) {
      return false;
    }
  }

  /** Closes all connections, including those in use; no new ones can be opened. */
  @Override
  public void close() {
    closed = true;
    open.forEach(this::end);
  }
}
