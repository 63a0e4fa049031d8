package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.codec.Sha256;
import org.muletwilio.internal.callback.content.CallbackBody;
import org.muletwilio.internal.callback.trust.SigningKey;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What Twilio's X-Twilio-Signature has to fit: the address that Twilio was given and what it sent there. The Twilio SDK's own
 * check refuses genuine requests whose address has escapes and a port, user information or a fragment, or whose fields repeat.
 */
public final class CallbackSignature {

  static final String BODY_HASH = "bodySHA256";
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final SignedUrl url;
  private final byte[] fields;
  private final boolean bodyFits;

  private CallbackSignature(SignedUrl url, byte[] fields, boolean bodyFits) {
    this.url = url;
    this.fields = fields;
    this.bodyFits = bodyFits;
  }

  /**
   * @param url the address that Twilio was given, with its query as it was sent
   * @param fragments those that it may have been given with it
   * @param body what was sent with it
   * @param writer writes the fields of a form as Twilio signs them
   * @return what the signature of such a request must fit. JSON needs its hash in the query; where a form has one, it must be
   *         right too, so that nobody can send a signed address again without its body
   */
  public static CallbackSignature of(String url, Set<String> fragments, CallbackBody body, SignedFields writer) {
    byte[] fields = writer.textOf(body.getForm());
    return body.getJson().isPresent() || hasBodyHash(url) ? ofBody(url, fragments, body.getBytes(), fields)
        : ofForm(url, fragments, fields);
  }

  /**
   * @param url the address that Twilio was given, with its query as it was sent
   * @param fragments those that it may have been given with it
   * @param fields what was sent in the body as a form, as it is signed
   * @return what the signature of such a request must fit
   */
  static CallbackSignature ofForm(String url, Set<String> fragments, byte[] fields) {
    return new CallbackSignature(new SignedUrl(url, fragments), fields, true);
  }

  /**
   * @param url the address that Twilio was given, with its query as it was sent
   * @param fragments those that it may have been given with it
   * @param body what was sent; the query must hold its hash
   * @param fields what the body holds as a form, as it is signed
   * @return what the signature of such a request must fit
   */
  static CallbackSignature ofBody(String url, Set<String> fragments, byte[] body, byte[] fields) {
    return new CallbackSignature(new SignedUrl(url, fragments), fields, bodyHashIn(url)
        .filter(hash -> MessageDigest.isEqual(hash.getBytes(UTF_8), hexadecimalSha256(body))).isPresent());
  }

  /** @return whether an address tells the hash of a body */
  private static boolean hasBodyHash(String url) {
    return url.contains(BODY_HASH) && bodyHashIn(url).isPresent();
  }

  /**
   * @param signature the value of the X-Twilio-Signature header
   * @param trusted the keys of which one must have signed
   * @return whether it did; a near miss takes as long as a wild guess
   */
  public boolean fits(String signature, Collection<SigningKey> trusted) {
    byte[] claimed = signature.getBytes(UTF_8);
    return (isOf(url.likeliest(), claimed, trusted)
        || url.spellings().stream().skip(1).anyMatch(each -> isOf(each, claimed, trusted))) && bodyFits;
  }

  private boolean isOf(String address, byte[] claimed, Collection<SigningKey> trusted) {
    byte[] bytes = address.getBytes(UTF_8);
    for (SigningKey key : trusted) {
      if (MessageDigest.isEqual(Base64.getEncoder().encode(key.sign(bytes, fields)), claimed)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> bodyHashIn(String url) {
    int query = url.indexOf('?');
    return query < 0 ? Optional.empty() : FormFields.decode(url.substring(query + 1)).map(fields -> fields.get(BODY_HASH));
  }

  private static byte[] hexadecimalSha256(byte[] body) {
    byte[] hash = new Sha256().of(body);
    StringBuilder text = new StringBuilder(2 * hash.length);
    for (byte each : hash) {
      text.append(HEX[each >> 4 & 0xF]).append(HEX[each & 0xF]);
    }
    return text.toString().getBytes(US_ASCII);
  }
}
