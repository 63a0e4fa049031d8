package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are cut, endless, larger than allowed or not as long as they say. */
@Timeout(30)
class ExchangeAnswerTest extends ExchangeFixture {

  @Test
  void anAnswerThatStopsIsCutWhereItsLengthWasAnnounced() {
    http.answer(201, "{\"sid\"", "Content-Length", "100");
    UnreadAnswerException failure = assertInstanceOf(UnreadAnswerException.class, failureOf(start()));
    assertEquals("its answer (HTTP 201) was cut after 6 of 100 bytes", failure.getMessage());
    assertPlaceIsFree();
  }

  @Test
  void anAnswerThatCanNotBeReadIsCutToo() {
    InputStream breaking = new InputStream() {

      @Override
      public int read() throws IOException {
        throw new IOException("Pipe broken");
      }
    };
    http.answer(200, new SequenceInputStream(new ByteArrayInputStream(new byte[10]), breaking));
    assertTrue(assertInstanceOf(UnreadAnswerException.class, failureOf(start())).isCut());
    assertPlaceIsFree();
  }

  @Test
  void anEndlessAnswerIsReadToTheMostAndClosed() {
    AtomicInteger read = new AtomicInteger();
    AtomicBoolean closed = new AtomicBoolean();
    http.answer(200, new InputStream() {

      @Override
      public int read() {
        return 'x';
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        read.addAndGet(length);
        return length;
      }

      @Override
      public void close() {
        closed.set(true);
      }
    });
    assertEquals("its answer (HTTP 200) is larger than 16777216 bytes", failureOf(start()).getMessage());
    assertTrue(read.get() <= AnswerBody.MOST_BYTES + 1, read.toString());
    assertTrue(closed.get());
    assertPlaceIsFree();
  }

  @Test
  void anAnswerThatIsAnnouncedTooLargeIsNotRead() {
    http.answer(200, new InputStream() {

      @Override
      public int read() {
        throw new AssertionError("read");
      }
    }, "Content-Length", "419430400");
    assertEquals("its answer (HTTP 200) is larger than 16777216 bytes", failureOf(start()).getMessage());
  }

  @Test
  void anAnnouncedLengthTakesNoMemoryBeforeItComes() {
    AtomicInteger room = new AtomicInteger();
    http.answer(200, new FilterInputStream(new ByteArrayInputStream(new byte[3])) {

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        room.accumulateAndGet(bytes.length, Math::max);
        return super.read(bytes, offset, length);
      }
    }, "Content-Length", "" + AnswerBody.MOST_BYTES);
    assertTrue(assertInstanceOf(UnreadAnswerException.class, failureOf(start())).isCut());
    assertTrue(room.get() <= 64 * 1024, room + " bytes for 3");
  }

  @Test
  void anAnswerMayBeAsLargeAsIsAllowed() {
    byte[] most = new byte[AnswerBody.MOST_BYTES];
    most[most.length - 1] = 'x';
    http.answer(200, new ByteArrayInputStream(most), "Content-Length", "" + most.length);
    assertArrayEquals(most, start().join().getBody());
    http.answer(200, new ByteArrayInputStream(new byte[AnswerBody.MOST_BYTES + 1]));
    assertFalse(assertInstanceOf(UnreadAnswerException.class, failureOf(start())).isCut());
  }

  /** Mule's streams may have nothing for now. */
  @Test
  void aReadOfNothingIsNotTheEnd() {
    http.answer(200, new FilterInputStream(new ByteArrayInputStream("whole".getBytes())) {

      private boolean nothing;

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        nothing = !nothing;
        return nothing ? 0 : super.read(bytes, offset, Math.min(1, length));
      }
    }, "Content-Length", "5");
    assertEquals("whole", new String(start().join().getBody()));
  }

  @Test
  void aLengthThatIsALieIsNoReasonToTakeMemory() {
    http.answer(200, "ok", "Content-Length", "16777216");
    assertInstanceOf(UnreadAnswerException.class, failureOf(start()));
    http.answer(200, "ok", "Content-Length", "many");
    assertEquals("ok", new String(start().join().getBody()));
    http.answer(200, "longer than announced", "Content-Length", "2");
    assertEquals("longer than announced", new String(start().join().getBody()));
  }
}
