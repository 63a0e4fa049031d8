package org.muletwilio.internal.connection.http;

import org.mule.runtime.http.api.client.HttpClient;

import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The HTTP clients for files: one for parts, which are read at once, and one for each file that comes in one piece. In older HTTP
 * clients a flow that reads slowly blocks a thread, and with it everything else that this client receives. Thread-safe.
 */
public final class FileConnections implements AutoCloseable {

  private final Supplier<HttpClient> clients;
  private final int responseTimeoutMillis;
  private final long retryBudgetMillis;
  private final int maxConnections;
  private final RequestExecutor executor;
  private final Set<FileConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicReference<FileConnection> ofParts = new AtomicReference<>();
  private volatile boolean closed;

  /**
   * @param clients makes HTTP clients that have not started; asked at the first file
   * @param responseTimeoutMillis how long a request may wait for a connection, and then for the headers, or a part
   * @param retryBudgetMillis how long a request may take with all repeats after a 429
   * @param maxConnections how many parts may be on their way at a time, or -1 for no limit
   * @param executor has the time
   */
  public FileConnections(Supplier<HttpClient> clients, int responseTimeoutMillis, long retryBudgetMillis, int maxConnections,
                         RequestExecutor executor) {
    this.clients = clients;
    this.responseTimeoutMillis = responseTimeoutMillis;
    this.retryBudgetMillis = retryBudgetMillis;
    this.maxConnections = maxConnections;
    this.executor = executor;
  }

  /** @return what sends the requests for parts */
  RequestSender ofParts() {
    if (ofParts.get() == null) {
      FileConnection mine = open();
      if (!ofParts.compareAndSet(null, mine)) {
        // another thread was faster
        mine.close();
      }
    }
    return ofParts.get().getSender();
  }

  /** @return a connection for one file; whoever gets it closes it */
  FileConnection open() {
    refuseIfClosed();
    FileConnection connection = connect();
    open.add(connection);
    if (closed) {
      connection.close();
      refuseIfClosed();
    }
    return connection;
  }

  private FileConnection connect() {
    try (StartedParts parts = new StartedParts()) {
      HttpClient client = parts.add(clients.get(), HttpClient::stop);
      client.start();
      return parts.ownedBy(new FileConnection(client, RequestSender
          .ofFiles(client, responseTimeoutMillis, retryBudgetMillis, maxConnections, executor), open::remove));
    }
  }

  @Override
  public void close() {
    closed = true;
    StopSteps.takeAll(open, FileConnection::close);
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the application was stopped");
    }
  }

  /** An HTTP client and what sends requests with it. */
  static final class FileConnection implements AutoCloseable {

    private final HttpClient client;
    private final RequestSender sender;
    private final Consumer<FileConnection> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param onClose is told once */
    FileConnection(HttpClient client, RequestSender sender, Consumer<FileConnection> onClose) {
      this.client = client;
      this.sender = sender;
      this.onClose = onClose;
    }

    RequestSender getSender() {
      return sender;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        StopSteps.takeAll(() -> onClose.accept(this), sender::close, client::stop);
      }
    }
  }
}
