package org.muletwilio.internal.callback.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of RFC 2202 (SHA-1), RFC 4231 (SHA-256) and FIPS 180-2. */
class HashesTest {

  @ParameterizedTest
  @CsvSource({"HmacSHA1,effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
      "HmacSHA256,5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"})
  void aKeyedHashIsThatOfAllPartsAndOfNoUseBefore(String algorithm, String expected) {
    Hmac hmac = new Hmac(algorithm, bytes("Jefe"));
    for (int use = 0; use < 2; use++) {
      assertEquals(expected, hex(hmac.of(bytes("what do ya want for nothing?"))));
      assertEquals(expected, hex(hmac.of(bytes("what do "), bytes("ya want "), bytes("for nothing?"))));
    }
  }

  @Test
  void aHashIsThatOfTheBytesAndOfNoUseBefore() {
    Sha256 hash = new Sha256();
    for (int use = 0; use < 2; use++) {
      assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hex(hash.of(bytes("abc"))));
    }
  }

  @Test
  void anAlgorithmThatJavaDoesNotHaveIsNamed() {
    assertEquals("this Java has no HmacNone",
                 assertThrows(IllegalStateException.class, () -> new Hmac("HmacNone", bytes("key"))).getMessage());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
