package org.muletwilio.internal.connection.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.mule.runtime.http.api.client.HttpClient;

import org.muletwilio.internal.callback.lifecycle.StartedParts;
import org.muletwilio.internal.callback.lifecycle.StopSteps;
import org.muletwilio.internal.callback.schedule.TimeLimit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The HTTP clients for files: one for parts, which are read at once, and one for each file that comes in one piece. In older HTTP
 * clients a flow that reads slowly blocks a thread, and with it everything else that this client receives. These clients have
 * threads and buffers, so that few files are read in one piece at a time. Thread-safe.
 */
public final class FileConnections implements AutoCloseable {

  /** How many files may be read in one piece at a time. */
  static final int MOST_PIECES = 16;

  /** More than can wait. */
  private static final int ALL_THREADS = 100_000;

  private final Supplier<HttpClient> clients;
  private final int responseTimeoutMillis;
  private final long retryBudgetMillis;
  private final int maxConnections;
  private final RequestExecutor executor;
  private final Set<FileConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicReference<FileConnection> ofParts = new AtomicReference<>();
  /** First come, first served. */
  private final Semaphore pieces = new Semaphore(MOST_PIECES, true);
  private volatile boolean closed;

  /**
   * @param clients makes HTTP clients that have not started; asked at the first file
   * @param responseTimeoutMillis how long a request, or a file in one piece, may wait for its turn, and then for the headers, or
   *         a part
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
      FileConnection mine = open(() -> { });
      if (!ofParts.compareAndSet(null, mine)) {
        // another thread was faster
        mine.close();
      }
    }
    return ofParts.get().getSender();
  }

  /**
   * The calling thread waits for its turn.
   *
   * @return a connection for one file; whoever gets it closes it. One that is forgotten is closed after the longest time that a
   *         file may take
   * @throws NotSentException if too many others are read for too long
   */
  FileConnection open() throws NotSentException, InterruptedException {
    refuseIfClosed();
    if (!pieces.tryAcquire(responseTimeoutMillis, MILLISECONDS)) {
      throw new NotSentException(MOST_PIECES + " other files are read that come in one piece, and none of them ended within "
          + responseTimeoutMillis + " ms");
    }
    TimeLimit limit = new TimeLimit();
    try (StartedParts parts = new StartedParts()) {
      parts.add(pieces, Semaphore::release);
      FileConnection piece = parts.ownedBy(open(() -> {
        limit.cancel();
        pieces.release();
      }));
      limit.start(() -> executor.schedule(RequestSender.LONGEST_FILE_MILLIS, () -> executor.execute(piece::close)));
      return piece;
    }
  }

  private FileConnection open(Runnable onClose) {
    refuseIfClosed();
    FileConnection connection = connect(onClose);
    open.add(connection);
    if (closed) {
      connection.close();
      refuseIfClosed();
    }
    return connection;
  }

  private FileConnection connect(Runnable onClose) {
    try (StartedParts parts = new StartedParts()) {
      HttpClient client = parts.add(clients.get(), HttpClient::stop);
      client.start();
      return parts.ownedBy(new FileConnection(client, RequestSender
          .ofFiles(client, responseTimeoutMillis, retryBudgetMillis, maxConnections, executor), connection -> {
            open.remove(connection);
            onClose.run();
          }));
    }
  }

  @Override
  public void close() {
    closed = true;
    StopSteps.takeAll(() -> StopSteps.takeAll(open, FileConnection::close), () -> pieces.release(ALL_THREADS));
  }

  /** Those who waited for their turn learn of it, too. */
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
