package org.muletwilio.internal.callback.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.util.MultiMap;

import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.testkit.fuzz.HostileTexts;
import org.muletwilio.testkit.fuzz.Mutation;
import org.muletwilio.testkit.fuzz.RequestHash;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.twilio.security.RequestValidator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The true signature always fits, in each way of writing the address; a changed one, address or field never does. */
class CallbackSignatureFuzzTest {

  private static final String SECRET = "12345";
  private static final List<SigningKey> TRUSTED = singletonList(SigningKey.authToken(SECRET));
  private static final RequestValidator SDK = new RequestValidator(SECRET);

  @Property
  void theTrueSignatureFitsEachVariant(@ForAll("schemes") String scheme, @ForAll("hosts") String host,
      @ForAll("paths") String path,
                                       @ForAll("forms") Map<String, String> form) {
    String usual = scheme.equals("https") ? ":443" : ":80";
    for (String given : new String[] {"", usual}) {
      for (String signed : new String[] {"", usual}) {
        String signature = sign(scheme + "://" + host + signed + path, form);
        for (String user : new String[] {"", "me:secret@"}) {
          for (String fragment : new String[] {"", "#rc=3&rp=5xx"}) {
            assertTrue(fits(scheme + "://" + user + host + given + path + fragment, form, signature));
          }
        }
      }
    }
  }

  @Property
  void theSdkAgrees(@ForAll("schemes") String scheme, @ForAll("hosts") String host, @ForAll("plainPaths") String path,
                    @ForAll("forms") Map<String, String> form, @ForAll("mutations") Mutation mutation) {
    String url = scheme + "://" + host + path;
    String signature = sign(url, form);
    assertTrue(SDK.validate(url, form, signature), url);
    assertTrue(fits(url, form, signature), url);
    String changed = mutation.of(signature);
    assertFalse(SDK.validate(url, form, changed), changed);
    assertFalse(fits(url, form, changed), changed);
  }

  @Property
  void noChangedAddressFits(@ForAll("schemes") String scheme, @ForAll("hosts") String host, @ForAll("paths") String path,
                            @ForAll("forms") Map<String, String> form, @ForAll("mutations") Mutation mutation) {
    String url = scheme + "://" + host + path;
    String changed = scheme + "://" + host + mutation.of(path);
    Assume.that(!changed.startsWith(url + "#") && changed.startsWith(scheme + "://" + host + "/"));
    Assume.that(!decoded(changed).equals(decoded(url)));
    assertFalse(fits(changed, form, sign(url, form)), changed);
    assertFalse(fits((scheme.equals("https") ? "http" : "https") + "://" + host + path, form, sign(url, form)));
    assertFalse(fits(scheme + "://" + host + path, form, sign(scheme + "://" + host + ":81" + path, form)),
        "a port that nobody gave");
  }

  @Property
  void noChangedFieldFits(@ForAll("hosts") String host, @ForAll("paths") String path, @ForAll("forms") Map<String, String> form,
                          @ForAll("names") String name, @ForAll("mutations") Mutation mutation) {
    String url = "https://" + host + path;
    Map<String, String> sent = new TreeMap<>(form);
    sent.put(name, form.getOrDefault(name, "value"));
    String signature = sign(url, sent);
    Map<String, String> changed = new TreeMap<>(sent);
    changed.put(name, mutation.of(sent.get(name)));
    assertFalse(fits(url, changed, signature));
    changed.remove(name);
    assertFalse(fits(url, changed, signature));
    MultiMap<String, String> repeated = multiMap(sent);
    repeated.put(name, mutation.of(sent.get(name)));
    assertFalse(CallbackSignature.ofForm(url, Set.of(), new SignedFields().textOf(repeated)).fits(signature, TRUSTED));
  }

  @Property
  void noChangedJsonFits(@ForAll("hosts") String host, @ForAll("plainPaths") String path, @ForAll("texts") String json,
                         @ForAll("mutations") Mutation mutation) throws Exception {
    String hash = RequestHash.sha256(json);
    String url = "https://" + host + path + (path.contains("?") ? "&" : "?") + "bodySHA256=" + hash;
    String signature = sign(url, Map.of());
    byte[] body = json.getBytes(UTF_8);
    assertEquals(SDK.validate(url, json, signature), CallbackSignature.ofBody(url, Set.of(), body, new byte[0])
        .fits(signature, TRUSTED));
    assertTrue(CallbackSignature.ofBody(url, Set.of(), body, new byte[0]).fits(signature, TRUSTED));
    assertFalse(CallbackSignature.ofBody(url, Set.of(), mutation.of(json).getBytes(UTF_8), new byte[0]).fits(signature, TRUSTED));
    assertFalse(CallbackSignature.ofBody(url, Set.of(), body, new byte[0]).fits(mutation.of(signature), TRUSTED));
    String changed = url.replace(hash, mutation.of(hash));
    assertFalse(CallbackSignature.ofBody(changed, Set.of(), body, new byte[0]).fits(sign(changed, Map.of()), TRUSTED),
        "signed, but no hash of the body");
  }

  /** An escape in other letters says the same, and is another spelling. */
  private static String decoded(String url) {
    try {
      return URLDecoder.decode(url, UTF_8);
    } catch (IllegalArgumentException e) {
      return url;
    }
  }

  private static boolean fits(String url, Map<String, String> form, String signature) {
    return CallbackSignature.ofForm(url, Set.of(), new SignedFields().textOf(multiMap(form))).fits(signature, TRUSTED);
  }

  private static MultiMap<String, String> multiMap(Map<String, String> form) {
    MultiMap<String, String> fields = new MultiMap<>();
    form.forEach(fields::put);
    return fields;
  }

  private static String sign(String url, Map<String, String> form) {
    StringBuilder text = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
    return Base64.getEncoder().encodeToString(TRUSTED.get(0).sign(text.toString().getBytes(UTF_8)));
  }

  @Provide
  Arbitrary<String> schemes() {
    return Arbitraries.of("http", "https");
  }

  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.oneOf(Arbitraries.strings().withChars("abz09-").ofMinLength(1).ofMaxLength(20).map(each -> "a" + each
        + ".example.com"),
        Arbitraries.of("127.0.0.1", "[::1]", "localhost"));
  }

  /** With escapes, which the SDK breaks when it adds or drops a port. */
  @Provide
  Arbitrary<String> paths() {
    return Combinators.combine(HostileTexts.any(), HostileTexts.any())
        .as((path, query) -> "/" + FormFields.encode(path) + (query.isEmpty() ? "" : "?x=" + FormFields.encode(query)));
  }

  @Provide
  Arbitrary<String> plainPaths() {
    Arbitrary<String> plain = Arbitraries.strings().withChars("abzABZ019-_").ofMaxLength(20);
    return Combinators.combine(plain, plain).as((path, query) -> "/" + path + (query.isEmpty() ? "" : "?x=" + query));
  }

  @Provide
  Arbitrary<Map<String, String>> forms() {
    return Arbitraries.maps(names(), HostileTexts.any()).ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> names() {
    return HostileTexts.any().filter(each -> !each.isEmpty());
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileTexts.any();
  }

  @Provide
  Arbitrary<Mutation> mutations() {
    return Mutation.any();
  }
}
