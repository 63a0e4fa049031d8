package org.muletwilio.internal.callback.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever the domain is: it makes an address that java.net.URI takes apart into just that host, or it is refused with a reason.
 */
class DomainFuzzTest {

  private static final String USUAL = "abcXYZ019.-";
  private static final String HOSTILE =
      "[]:/\\?#@%_ \t\n\u0000,;*(){}|^`'\"<>+=&$!~\u00fc\u00df\u4e2d\u202e\u2028\u3002\ud83d\ude00\ud800";

  @Property
  void anAcceptedDomainIsTheHostOfTheAddress(@ForAll("domains") String domain) throws Exception {
    Optional<String> address = addressOf(domain);
    if (address.isPresent()) {
      URI uri = new URI(address.get()).parseServerAuthority();
      assertEquals(hostOf(domain).toLowerCase(Locale.ROOT), uri.getHost().toLowerCase(Locale.ROOT));
      assertTrue(uri.getScheme().equals("http") || uri.getScheme().equals("https"), address.get());
      assertEquals("/cb/x", uri.getRawPath());
      assertEquals("y=z", uri.getRawQuery());
      assertNull(uri.getRawUserInfo());
      assertNull(uri.getRawFragment());
      assertEquals(address.get(), uri.toASCIIString());
    }
  }

  @Property
  void aHostThatTheUriParserKnowsIsAccepted(@ForAll("hosts") String host) throws Exception {
    boolean known;
    try {
      URI uri = new URI("http://" + host + "/").parseServerAuthority();
      known = host.equals(uri.getHost()) && !host.contains("%");
    } catch (URISyntaxException e) {
      known = false;
    }
    assertEquals(known, addressOf(host).isPresent(), host);
  }

  @Provide
  Arbitrary<String> domains() {
    Arbitrary<String> text = Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.strings().withChars(USUAL).ofMaxLength(12)),
        Tuple.of(2, Arbitraries.strings().withChars(USUAL + HOSTILE).ofMaxLength(12)),
        Tuple.of(2, hosts()));
    return Combinators.combine(Arbitraries.of("", "", "http://", "https://", "HTTP://", "ftp://", "//"), text,
                               Arbitraries.of("", "", "", "/", "/x", ":80", "]", "\u0000"))
                               .as((scheme, host, end) -> scheme + host + end);
  }

  /** Names and addresses of ASCII, many of them nearly right. */
  @Provide
  Arbitrary<String> hosts() {
    Arbitrary<String> names = Arbitraries.strings().withChars("ab19.-").ofMinLength(1).ofMaxLength(10);
    Arbitrary<String> ipv4 = Arbitraries.integers().between(0, 300).list().ofMinSize(1).ofMaxSize(5)
        .map(parts -> String.join(".", parts.stream().map(String::valueOf).toList()));
    Arbitrary<String> ipv6 = Arbitraries.strings().withChars("1af:.").ofMaxLength(20);
    return Arbitraries.oneOf(names, ipv4, ipv6.map(text -> "[" + text + "]"), ipv6.map(text -> "[::" + text + "]"), ipv6);
  }

  private static Optional<String> addressOf(String domain) {
    try {
      return Optional.of(PublicAddress.of(Optional.of(domain), 8081, false, Optional.empty(), "/cb").url("/x?y=z"));
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith("domain is '" + domain + "': ") && e.getMessage().length() > domain.length() + 20,
                 e.getMessage());
      return Optional.empty();
    }
  }

  private static String hostOf(String domain) {
    String host = domain.replaceFirst("^(?i)https?://", "").replaceFirst("/$", "");
    return host.startsWith("[") ? host : IDN.toASCII(host);
  }
}
