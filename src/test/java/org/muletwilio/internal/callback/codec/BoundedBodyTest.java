package org.muletwilio.internal.callback.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodyTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 2047, 2048, 2049, 4096, 5000})
  void aBodyMayHaveAsManyBytesAsAreAllowedAndNoMore(int most) throws Exception {
    byte[] body = new byte[most];
    Arrays.fill(body, (byte) 7);
    assertArrayEquals(body, BoundedBody.read(new ByteArrayInputStream(body), most).orElseThrow());
    assertEquals(Optional.empty(), BoundedBody.read(new ByteArrayInputStream(new byte[most + 1]), most));
  }

  /** Whoever sends more than is allowed is not read to the end. */
  @Test
  void whatIsTooLargeIsReadNoFurther() throws Exception {
    ByteArrayInputStream content = new ByteArrayInputStream(new byte[100_000]);
    assertEquals(Optional.empty(), BoundedBody.read(content, 5000));
    assertEquals(100_000 - 5001, content.available());
  }
}
