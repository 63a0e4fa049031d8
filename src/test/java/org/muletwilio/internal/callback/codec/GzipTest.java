package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in gzip, of which no more is decoded than is allowed. */
class GzipTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{\"sid\":\"SM1\"}", "äöü 😀"})
  void whatIsEncodedIsDecoded(String text) throws IOException {
    byte[] encoded = Gzip.encode(text.getBytes(UTF_8));
    assertTrue(Gzip.isGzip(encoded));
    assertEquals(text, new String(Gzip.decode(encoded, 100).orElseThrow(), UTF_8));
  }

  /** A hundred megabytes in a hundred kilobytes. */
  @Test
  void aBombIsNotDecoded() throws IOException {
    byte[] encoded = Gzip.encode(new byte[100 << 20]);
    assertTrue(encoded.length < 200_000, encoded.length + " bytes");
    assertEquals(Optional.empty(), Gzip.decode(encoded, 1000));
  }

  @Test
  void theMostIsAllowed() throws IOException {
    assertArrayEquals(new byte[1000], Gzip.decode(Gzip.encode(new byte[1000]), 1000).orElseThrow());
    assertEquals(Optional.empty(), Gzip.decode(Gzip.encode(new byte[1001]), 1000));
  }

  @Test
  void whatIsCutOrNotGzipIsAnError() {
    byte[] encoded = Gzip.encode("a text that is cut".getBytes(UTF_8));
    assertThrows(IOException.class, () -> Gzip.decode(Arrays.copyOf(encoded, encoded.length - 9), 100));
    assertThrows(IOException.class, () -> Gzip.decode("text".getBytes(UTF_8), 100));
    assertFalse(Gzip.isGzip("text".getBytes(UTF_8)));
    assertFalse(Gzip.isGzip(new byte[0]));
  }
}
