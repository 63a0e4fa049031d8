package org.muletwilio.internal.callback.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.testkit.http.HostileBody;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies good and bad: what is read of them, and how much memory that takes. */
class BodyReaderTest extends BodyReaderFixture {

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

  @Test
  void whatNeverEndsIsTooLarge() throws Exception {
    HttpRequest request = request(new HostileBody(HostileBody.Kind.ENDLESS, TEXT), "");
    assertFalse(patient.isTooLarge(request));
    assertEquals(Optional.empty(), patient.read(request, neverStuck));
    byte[] largest = new byte[MOST_BYTES];
    assertEquals(largest.length, patient.read(request(new ByteArrayInputStream(largest), ""), neverStuck).orElseThrow().length);
    assertEquals(Optional.empty(), patient.read(request(new ByteArrayInputStream(new byte[largest.length + 1]), ""), neverStuck));
  }
}
