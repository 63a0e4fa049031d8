package org.muletwilio.internal.callback.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.callback.Fakes;
import org.muletwilio.testkit.http.HostileBody;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No read lasts longer than its deadline, whatever its stream does or leaves undone. */
class BodyDeadlineTest extends BodyReaderFixture {

  /** The connection may be kept open, and bring nothing for long. */
  @Test
  void nobodyWaitsForAnEndBehindAKnownLength() throws Exception {
    InputStream kept = new FilterInputStream(new ByteArrayInputStream(TEXT)) {

      private int left = TEXT.length;

      @Override
      public int available() {
        return 0;
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        assertTrue(left > 0, "asked for more than there is");
        int read = super.read(into, from, Math.min(most, 5));
        left -= read;
        return read;
      }
    };
    assertArrayEquals(TEXT, patient.read(request(kept, "14"), neverStuck).orElseThrow());
  }

  /** Some streams end where they are closed, some where their reader is interrupted. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void atTheDeadlineTheStreamIsClosedAndTheReaderInterrupted(boolean obeysClose) {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream silent = new InputStream() {

      @Override
      public int read() throws IOException {
        while (obeysClose ? !closed.get() : !Thread.currentThread().isInterrupted()) {
          Thread.onSpinWait();
        }
        throw new IOException("over");
      }

      @Override
      public void close() {
        closed.set(true);
      }
    };
    assertTimeoutPreemptively(SOON, () -> assertThrows(SocketTimeoutException.class,
        () -> impatient.read(request(silent, "100"), () -> { })));
  }

  @ParameterizedTest
  @EnumSource(value = HostileBody.Kind.class, names = {"STALLED", "TRICKLING"})
  void theDeadlineNeedsNoFurtherByte(HostileBody.Kind kind) {
    for (String length : new String[] {"100", ""}) {
      HostileBody body = new HostileBody(kind, TEXT);
      assertTimeoutPreemptively(SOON, () -> {
        SocketTimeoutException tooSlow =
            assertThrows(SocketTimeoutException.class, () -> impatient.read(request(body, length), neverStuck));
        assertEquals("its body was not complete after 50 ms", tooSlow.getMessage());
        assertFalse(Thread.currentThread().isInterrupted(), "the thread has an answer to write");
      });
      assertTrue(body.isClosed());
    }
  }

  @Test
  void aStreamThatIgnoresTheInterruptIsToldOf() throws Exception {
    HostileBody body = new HostileBody(HostileBody.Kind.STUCK, TEXT);
    CountDownLatch told = new CountDownLatch(1);
    Thread reader = new Thread(() -> {
      assertThrows(SocketTimeoutException.class, () -> impatient.read(request(body, "100"), told::countDown));
      assertFalse(Thread.currentThread().isInterrupted());
    });
    reader.start();
    assertTrue(told.await(SOON.toMillis(), TimeUnit.MILLISECONDS));
    assertTrue(reader.isAlive());
    body.release();
    reader.join(SOON.toMillis());
    assertFalse(reader.isAlive());
  }

  /** The deadline may come between the failure and the end of the read, so that nobody can cancel it any more. */
  @Test
  void aFailureIsThatOfTheStreamAndNobodyIsInterruptedLater() {
    List<Runnable> deadlines = new ArrayList<>();
    ScheduledFuture<?> alarm = Fakes.of(ScheduledFuture.class, Map.of("cancel", arguments -> false));
    ScheduledExecutorService held = Fakes.of(ScheduledExecutorService.class, Map.of("schedule", arguments -> {
      deadlines.add((Runnable) arguments[0]);
      return alarm;
    }));
    HostileBody body = new HostileBody(HostileBody.Kind.FAILING, TEXT);
    IOException failure =
        assertThrows(IOException.class, () -> new BodyReader(held, 50, MOST_BYTES).read(request(body, "100"), neverStuck));
    assertEquals("the client has left", failure.getMessage());
    assertEquals(1, deadlines.size());
    deadlines.get(0).run();
    assertFalse(Thread.interrupted());
  }
}
