package org.muletwilio.testkit.expression.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.testkit.expression.value.Text;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.commons.lang3.ArrayUtils;

/** {@code dw::core::Binaries}, {@code dw::Crypto} and {@code dw::core::URL}. */
final class BytesLibraries {

  private static final String NOT_ESCAPED_IN_URIS = ";,/?:@&=+$#";

  private BytesLibraries() {}

  static Library binaries() {
    return new Library("dw::core::Binaries")
        .add("toBase64", 1, arguments -> Base64.getEncoder().encodeToString(bytes(arguments, 0)))
        .add("fromBase64", 1, arguments -> Base64.getDecoder().decode(arguments.text(0)))
        .add("toHex", 1, arguments -> HexFormat.of().withUpperCase().formatHex(bytes(arguments, 0)))
        .add("fromHex", 1, arguments -> HexFormat.of().parseHex(arguments.text(0)))
        .add("concatWith", 2, arguments -> ArrayUtils.addAll(bytes(arguments, 0), bytes(arguments, 1)));
  }

  static Library crypto() {
    return new Library("dw::Crypto")
        .add("hashWith", 1, 2, arguments -> hash(bytes(arguments, 0), arguments.text(1, "SHA-1"), arguments))
        .add("MD5", 1, arguments -> HexFormat.of().formatHex(hash(bytes(arguments, 0), "MD5", arguments)))
        .add("SHA1", 1, arguments -> HexFormat.of().formatHex(hash(bytes(arguments, 0), "SHA-1", arguments)))
        .add("HMACBinary", 2, 3, BytesLibraries::hmac)
        .add("HMACWith", 2, 3, arguments -> HexFormat.of().formatHex(hmac(arguments)));
  }

  static Library url() {
    return new Library("dw::core::URL")
        .add("encodeURIComponent", 1, arguments -> encoded(arguments.text(0)))
        .add("decodeURIComponent", 1, arguments -> decoded(arguments.text(0)))
        .add("encodeURI", 1, arguments -> {
          String escaped = encoded(arguments.text(0));
          for (char plain : NOT_ESCAPED_IN_URIS.toCharArray()) {
            escaped = escaped.replace(String.format("%%%02X", (int) plain), String.valueOf(plain));
          }
          return escaped;
        })
        .add("decodeURI", 1, arguments -> decoded(arguments.text(0)));
  }

  private static byte[] bytes(Arguments arguments, int place) {
    return Text.bytes(arguments.at(place), UTF_8);
  }

  private static byte[] hash(byte[] content, String algorithm, Arguments arguments) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (GeneralSecurityException e) {
      throw arguments.refused(e.getMessage());
    }
  }

  private static byte[] hmac(Arguments arguments) {
    String algorithm = arguments.text(2, "HmacSHA1");
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(bytes(arguments, 0), algorithm));
      return mac.doFinal(bytes(arguments, 1));
    } catch (GeneralSecurityException e) {
      throw arguments.refused(e.getMessage());
    }
  }

  /** As JavaScript does it: a blank is %20, and ! ' ( ) * ~ stay. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%21", "!").replace("%27", "'").replace("%28", "(")
        .replace("%29", ")").replace("%7E", "~");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }
}
