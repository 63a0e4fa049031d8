package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.InputStreamHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;

import org.muletwilio.testkit.http.HostileBody;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies good and bad: no read lasts longer than its deadline, whatever its stream does or leaves undone. */
class BodyReaderTest {

  private static final int MOST_BYTES = 64 * 1024;

  private static final byte[] TEXT = "MessageSid=SM1".getBytes(US_ASCII);
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final BodyReader patient = new BodyReader(timer, TimeUnit.HOURS.toMillis(1), MOST_BYTES);
  private final BodyReader impatient = new BodyReader(timer, 50, MOST_BYTES);
  private final Runnable neverStuck = () -> {
    throw new AssertionError("the reader obeys interrupts");
  };

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  /** A length is a header of whoever sends it: 128 senders that announce 16 MB each would take 2 GB before they send a byte. */
  @ParameterizedTest
  @ValueSource(strings = {"16777216", "65537"})
  void memoryIsTakenForWhatHasComeAndNotForWhatIsAnnounced(String announced) throws Exception {
    byte[] body = new byte[Integer.parseInt(announced)];
    Arrays.fill(body, (byte) 'a');
    AtomicInteger come = new AtomicInteger();
    InputStream slow = new FilterInputStream(new ByteArrayInputStream(body)) {

      @Override
      public int available() {
        return 0;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        assertTrue(bytes.length <= 8 * 1024 + 2 * come.get(), () -> bytes.length + " bytes taken for " + come);
        int read = super.read(bytes, offset, Math.min(length, 1000));
        come.addAndGet(Math.max(0, read));
        return read;
      }
    };
    BodyReader large = new BodyReader(timer, TimeUnit.HOURS.toMillis(1), 16 * 1024 * 1024);
    assertArrayEquals(body, large.read(request(slow, announced), neverStuck).orElseThrow());
  }

  @Test
  void whatHasArrivedIsReadWithoutATimer() throws Exception {
    timer.shutdownNow();
    assertArrayEquals(TEXT, patient.read(request(new ByteArrayInputStream(TEXT), "14"), neverStuck).orElseThrow());
    assertArrayEquals(new byte[0], patient.read(request(new HostileBody(HostileBody.Kind.STALLED, TEXT), "0"), neverStuck)
        .orElseThrow());
    assertThrows(RejectedExecutionException.class,
        () -> patient.read(request(new HostileBody(HostileBody.Kind.STALLED, TEXT), "15"), neverStuck));
  }

  @ParameterizedTest
  @ValueSource(strings = {"14", " 14 ", "-1", "100", ""})
  void aBodyIsReadToItsEndWhateverItsLengthIsSaidToBe(String length) throws Exception {
    InputStream inPieces = new ByteArrayInputStream(TEXT) {

      @Override
      public synchronized int read(byte[] into, int from, int most) {
        return super.read(into, from, Math.min(most, 3));
      }

      @Override
      public synchronized int available() {
        return 0;
      }
    };
    assertArrayEquals(TEXT, patient.read(request(inPieces, length), neverStuck).orElseThrow());
  }

  @Test
  void aChunkedBodyHasNoLengthThatCounts() throws Exception {
    HttpRequest request = builder(new ByteArrayInputStream(TEXT)).addHeader("Content-Length", "3")
        .addHeader("Transfer-Encoding", "chunked").build();
    assertArrayEquals(TEXT, patient.read(request, neverStuck).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"65537", "99999999999", "99999999999999999999", "abc", "1,2"})
  void whatIsSaidToBeTooLargeIsNotRead(String length) throws Exception {
    HttpRequest request = request(new HostileBody(HostileBody.Kind.STALLED, TEXT), length);
    assertTrue(patient.isTooLarge(request));
    assertEquals(Optional.empty(), patient.read(request, neverStuck));
  }

  @Test
  void aBodyMayBeAsLargeAsIsAllowed() throws Exception {
    HttpRequest request = request(new ByteArrayInputStream(new byte[MOST_BYTES]), "" + MOST_BYTES);
    assertFalse(patient.isTooLarge(request));
    assertEquals(MOST_BYTES, patient.read(request, neverStuck).orElseThrow().length);
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"14", ""})
  void aReadOfNothingIsNotTheEnd(String length) throws Exception {
    InputStream hesitant = new FilterInputStream(new ByteArrayInputStream(TEXT)) {

      private boolean nothing;

      @Override
      public int available() {
        return 0;
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        nothing = !nothing;
        return nothing ? 0 : super.read(into, from, Math.min(most, 5));
      }
    };
    assertArrayEquals(TEXT, patient.read(request(hesitant, length), neverStuck).orElseThrow());
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

  @Test
  void whatNeverEndsIsTooLarge() throws Exception {
    HttpRequest request = request(new HostileBody(HostileBody.Kind.ENDLESS, TEXT), "");
    assertFalse(patient.isTooLarge(request));
    assertEquals(Optional.empty(), patient.read(request, neverStuck));
    byte[] largest = new byte[MOST_BYTES];
    assertEquals(largest.length, patient.read(request(new ByteArrayInputStream(largest), ""), neverStuck).orElseThrow().length);
    assertEquals(Optional.empty(), patient.read(request(new ByteArrayInputStream(new byte[largest.length + 1]), ""), neverStuck));
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
  void aStreamThatHeedsNothingIsToldOf() throws Exception {
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

  @Test
  void aFailureIsThatOfTheStreamAndNobodyIsInterruptedLater() throws Exception {
    for (int round = 0; round < 5; round++) {
      HostileBody body = new HostileBody(HostileBody.Kind.FAILING, TEXT);
      IOException failure = assertThrows(IOException.class, () -> impatient.read(request(body, "100"), neverStuck));
      assertEquals("the client has left", failure.getMessage());
    }
    TimeUnit.MILLISECONDS.sleep(150);
  }

  /** @param length of the body as the header says it; empty for no header */
  private static HttpRequest request(InputStream content, String length) {
    HttpRequestBuilder builder = builder(content);
    return length.isEmpty() ? builder.build() : builder.addHeader("Content-Length", length).build();
  }

  private static HttpRequestBuilder builder(InputStream content) {
    return HttpRequest.builder().method("POST").uri("http://x/").entity(new InputStreamHttpEntity(content));
  }
}
