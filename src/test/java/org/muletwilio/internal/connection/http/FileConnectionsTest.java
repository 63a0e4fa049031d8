package org.muletwilio.internal.connection.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.client.HttpClient;

import org.muletwilio.internal.callback.Fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many HTTP clients there are for files, and that each is stopped. */
@Timeout(60)
class FileConnectionsTest {

  private static final int SOON_MILLIS = 50;
  private static final int LATE_MILLIS = 50_000;

  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger stopped = new AtomicInteger();
  private final FakeTimer timer = new FakeTimer();
  private final RequestExecutor executor = new RequestExecutor(Runnable::run, timer, timer::millis);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean fails;
  private FileConnections connections = connections(SOON_MILLIS);

  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    connections.close();
    for (Thread each : threads) {
      each.join();
    }
    assertEquals(made.get(), stopped.get(), "a client is still open");
  }

  @Test
  void noMoreFilesThanTheLimitAreReadInOnePieceAtATime() throws Exception {
    List<FileConnections.FileConnection> open = openAll();
    NotSentException late = assertThrows(NotSentException.class, connections::open);
    assertEquals("16 other files are read that come in one piece, and none of them ended within 50 ms", late.getMessage());
    assertEquals(FileConnections.MOST_PIECES, made.get());
    open.get(0).close();
    open.get(0).close();
    connections.open();
    assertThrows(NotSentException.class, connections::open);
    assertEquals(FileConnections.MOST_PIECES + 1, made.get());
  }

  @Test
  void partsDoNotWaitForThem() throws Exception {
    openAll();
    assertEquals(connections.ofParts(), connections.ofParts());
    assertEquals(FileConnections.MOST_PIECES + 1, made.get());
  }

  @Test
  void whoeverWaitsIsServedInOrder() throws Exception {
    connections = connections(LATE_MILLIS);
    List<FileConnections.FileConnection> open = openAll();
    ConcurrentLinkedQueue<String> served = new ConcurrentLinkedQueue<>();
    FutureTask<FileConnections.FileConnection> first = waiting(served, "first");
    FutureTask<FileConnections.FileConnection> second = waiting(served, "second");
    open.get(0).close();
    first.get(20, SECONDS);
    assertEquals(List.of("first"), List.copyOf(served));
    first.get().close();
    second.get(20, SECONDS);
  }

  @Test
  void aStopEndsTheWait() throws Exception {
    connections = connections(LATE_MILLIS);
    openAll();
    FutureTask<FileConnections.FileConnection> first = waiting(new ConcurrentLinkedQueue<>(), "first");
    FutureTask<FileConnections.FileConnection> second = waiting(new ConcurrentLinkedQueue<>(), "second");
    connections.close();
    for (FutureTask<?> each : List.of(first, second)) {
      Throwable failure = assertThrows(ExecutionException.class, () -> each.get(20, SECONDS)).getCause();
      assertEquals("the application was stopped", assertInstanceOf(IllegalStateException.class, failure).getMessage());
    }
    assertThrows(IllegalStateException.class, connections::open);
    assertThrows(IllegalStateException.class, connections::ofParts);
  }

  @Test
  void aClientThatCannotStartIsStoppedAndKeepsNoPlace() throws Exception {
    fails = true;
    for (int i = 0; i < 2 * FileConnections.MOST_PIECES; i++) {
      assertEquals("no threads", assertThrows(IllegalStateException.class, connections::open).getMessage());
    }
    assertThrows(IllegalStateException.class, connections::ofParts);
    assertEquals(made.get(), stopped.get());
    fails = false;
    openAll();
  }

  /** A flow may leave a stream neither read nor closed. */
  @Test
  void aFileThatIsForgottenKeepsItsPlaceForAnHour() throws Exception {
    openAll();
    timer.pass(RequestSender.LONGEST_FILE_MILLIS - 1);
    assertThrows(NotSentException.class, connections::open);
    timer.pass(1);
    assertEquals(FileConnections.MOST_PIECES, stopped.get());
    openAll().forEach(FileConnections.FileConnection::close);
    assertEquals(0, timer.size(), "a file that was read leaves no task behind");
  }

  private List<FileConnections.FileConnection> openAll() throws Exception {
    List<FileConnections.FileConnection> open = new ArrayList<>();
    for (int i = 0; i < FileConnections.MOST_PIECES; i++) {
      open.add(connections.open());
    }
    return open;
  }

  /** @return a file that another thread waits for by now */
  private FutureTask<FileConnections.FileConnection> waiting(ConcurrentLinkedQueue<String> served, String name)
      throws InterruptedException {
    FutureTask<FileConnections.FileConnection> task = new FutureTask<>(() -> {
      FileConnections.FileConnection mine = connections.open();
      served.add(name);
      return mine;
    });
    Thread thread = new Thread(task, name);
    threads.add(thread);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertFalse(task.isDone(), "nobody has to wait");
      Thread.sleep(1);
    }
    assertTrue(served.isEmpty());
    return task;
  }

  private FileConnections connections(int timeoutMillis) {
    return new FileConnections(this::client, timeoutMillis, 0, -1, executor);
  }

  private HttpClient client() {
    made.incrementAndGet();
    return Fakes.of(HttpClient.class, Map.of("start", arguments -> {
      if (fails) {
        throw new IllegalStateException("no threads");
      }
      return null;
    }, "stop", arguments -> stopped.incrementAndGet()));
  }
}
