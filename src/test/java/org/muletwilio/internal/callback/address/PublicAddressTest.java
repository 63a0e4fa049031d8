package org.muletwilio.internal.callback.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  private static final String PATH = "/twilio/callbacks";

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // domain | localPort | remotePort | what Twilio gets
      "                       | 8081 |      | http://localhost:8081/cb/x",
      "                       | 80   |      | http://localhost/cb/x",
      "                       | 8081 | 443  | https://localhost/cb/x",
      "                       | 8081 | 9000 | http://localhost:9000/cb/x",
      "gentle-fox.loca.lt     | 8081 |      | http://gentle-fox.loca.lt/cb/x",
      "gentle-fox.loca.lt     | 8081 | 443  | https://gentle-fox.loca.lt/cb/x",
      "gentle-fox.loca.lt     | 8081 | 80   | http://gentle-fox.loca.lt/cb/x",
      "gentle-fox.loca.lt     | 8081 | 8081 | http://gentle-fox.loca.lt:8081/cb/x",
      "https://a.example.com  | 8081 |      | https://a.example.com/cb/x",
      "https://a.example.com  | 8081 | 443  | https://a.example.com/cb/x",
      "https://a.example.com  | 8081 | 8443 | https://a.example.com:8443/cb/x",
      "https://a.example.com  | 8081 | 80   | https://a.example.com:80/cb/x",
      "http://a.example.com   | 8081 |      | http://a.example.com/cb/x",
      "http://a.example.com   | 8081 | 443  | http://a.example.com:443/cb/x",
      "HTTPS://A.Example.com  | 8081 |      | https://a.example.com/cb/x",
      "203.0.113.7            | 8081 | 8081 | http://203.0.113.7:8081/cb/x",
      "[2001:db8::7]          | 8081 | 443  | https://[2001:db8::7]/cb/x",
      "https://a.example.com/ | 8081 |      | https://a.example.com/cb/x",
      "a.example.com/         | 8081 |      | http://a.example.com/cb/x",
      "localhost              | 8081 |      | http://localhost:8081/cb/x",
      "http://localhost       | 8081 |      | http://localhost:8081/cb/x",
      "https://localhost      | 8443 |      | https://localhost:8443/cb/x",
      "mule.localhost         | 8081 |      | http://mule.localhost:8081/cb/x",
      "localhost.             | 8081 |      | http://localhost.:8081/cb/x",
      "127.0.0.1              | 8081 |      | http://127.0.0.1:8081/cb/x",
      "127.1.2.3              | 8081 | 80   | http://127.1.2.3/cb/x",
      "[::1]                  | 8081 |      | http://[::1]:8081/cb/x",
      "[0:0:0:0:0:0:0:1]      | 8081 |      | http://[0:0:0:0:0:0:0:1]:8081/cb/x",
      "Gentle-Fox.LOCA.lt     | 8081 |      | http://gentle-fox.loca.lt/cb/x",
      "HTTPS://BÜCHER.example  | 8081 |      | https://xn--bcher-kva.example/cb/x",
      "LOCALHOST              | 8081 |      | http://localhost:8081/cb/x",
      "localhost.example.com  | 8081 |      | http://localhost.example.com/cb/x",
      "bücher.example         | 8081 | 443  | https://xn--bcher-kva.example/cb/x",
  })
  void makesTheUrl(String domain, int localPort, Integer remotePort, String url) {
    String made = PublicAddress.of(Optional.ofNullable(domain), localPort, false, Optional.ofNullable(remotePort), "/cb")
        .url("/x");
    assertEquals(url, made);
    assertEquals(made, URI.create(made).toASCIIString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // domain | localPort | remotePort | what Twilio gets where TLS is listened for
      "                       | 8443 |      | https://localhost:8443/cb/x",
      "                       | 443  |      | https://localhost/cb/x",
      "                       | 8443 | 80   | http://localhost/cb/x",
      "mule.example.com       | 8443 |      | https://mule.example.com/cb/x",
      "mule.example.com       | 8443 | 443  | https://mule.example.com/cb/x",
      "mule.example.com       | 8443 | 8443 | https://mule.example.com:8443/cb/x",
      "mule.example.com       | 8443 | 80   | http://mule.example.com/cb/x",
      "http://a.example.com   | 8443 |      | http://a.example.com/cb/x",
      "http://a.example.com   | 8443 | 8080 | http://a.example.com:8080/cb/x",
      "https://a.example.com  | 8443 | 80   | https://a.example.com:80/cb/x",
  })
  void aTlsListenerMakesTheUrlHttpsUnlessToldOtherwise(String domain, int localPort, Integer remotePort, String url) {
    assertEquals(url, PublicAddress.of(Optional.ofNullable(domain), localPort, true, Optional.ofNullable(remotePort), "/cb")
        .url("/x"));
  }

  /** Every combination of the settings makes an address that java.net.URI takes apart into just those settings. */
  @Test
  void everyCombinationSurvivesTheUriParser() {
    List<String> schemes = Arrays.asList("", "http://", "https://");
    List<Integer> ports = Arrays.asList(null, 1, 80, 443, 8081, 65535);
    for (String scheme : schemes) {
      for (String host : Arrays.asList(null, "localhost", "a.example.com", "10.0.0.1", "[::1]")) {
        for (Integer localPort : ports.subList(1, ports.size())) {
          for (Integer remotePort : ports) {
            for (String path : Arrays.asList("", "/", "cb", "/cb", "/cb/", "/a/b.c/~d")) {
              Optional<String> domain = Optional.ofNullable(host).map(scheme::concat);
              URI uri = URI.create(PublicAddress.of(domain, localPort, false, Optional.ofNullable(remotePort), path)
                  .url("/x?y=z"));
              String expectedScheme = domain.isPresent() && !scheme.isEmpty() ? scheme.substring(0, scheme.indexOf(':'))
                  : Integer.valueOf(443).equals(remotePort) ? "https" : "http";
              int usual = expectedScheme.equals("https") ? 443 : 80;
              boolean loopback = host == null || host.equals("localhost") || host.equals("[::1]");
              int expectedPort = remotePort != null ? remotePort : loopback ? localPort : usual;
              assertEquals(expectedScheme, uri.getScheme());
              assertEquals(domain.isPresent() ? host : "localhost", uri.getHost());
              assertEquals(expectedPort == usual ? -1 : expectedPort, uri.getPort());
              assertEquals("y=z", uri.getRawQuery());
              assertTrue(uri.getRawPath().endsWith("/x") && !uri.getRawPath().contains("//"), uri.toString());
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b.example.com", "a.example.com/path", "https://a.example.com//",
      "https://a.example.com/x/", "/", "//", "a.example.com?x=1",
      "a.example.com#x", "my_host.example.com", "a.example.com:8080", "user@a.example.com", "://a.example.com",
      "ftp://a.example.com", "https://",
      ".example.com", "a..example.com", "a.example.com\n", "a\\b", "-a.example.com", "a-.example.com", "[", "[]", "]", "[::1]x",
      "[::1", "[/x]", "[x]", "[1]", "[::1]:80", "[::1%eth0]", "[::ffff:1.2.3]",
      "[:::1]", "[1:2:3:4:5:6:7]", "[1:2:3:4:5:6:7:8:9]", "[g::1]", "::1", "1.2.3", "1.2.3.4.5", "256.1.1.1",
      "a.example.com\u0000", "a,b", "a%2fb", "http://https://a.example.com"})
  void refusesDomainsThatAreNone(String domain) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
        () -> PublicAddress.of(Optional.of(domain), 8081, false, Optional.empty(), PATH));
    assertTrue(refusal.getMessage().startsWith("domain is '" + domain + "': "), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "a.example.com/path    | must not hold a path", "/ | must not hold a path",
      "a\\b | must not hold a path", "a.example.com?x=1 | must not hold a query",
      "a.example.com#x | a fragment", "user@a.example.com | or user information", "a.example.com:8080 | remotePort",
      "::1 | An IPv6 address needs brackets", "my_host.example.com | an underscore", "a b.example.com | a blank",
      "[::1%eth0] | with a zone", "[%25] | with a zone", "[::1]:80 | ends with a bracket", "ftp://a.example.com | http and https",
      "a..example.com | not the name or the IP address"})
  void saysWhyADomainIsNone(String domain, String reason) {
    String message = assertThrows(IllegalArgumentException.class,
        () -> PublicAddress.of(Optional.of(domain), 8081, false, Optional.empty(), PATH)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  /** DNS has no longer ones. */
  @Test
  void aNameHasUpTo253Characters() {
    String most = ("a".repeat(49) + ".").repeat(5) + "abc";
    assertEquals(253, most.length());
    assertEquals("http://" + most + "/x", PublicAddress.of(Optional.of(most), 8081, false, Optional.empty(), "").url("/x"));
    assertThrows(IllegalArgumentException.class,
        () -> PublicAddress.of(Optional.of(most + "d"), 8081, false, Optional.empty(), ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 65536, Integer.MAX_VALUE})
  void refusesPortsThatAreNone(int port) {
    assertEquals("remotePort is " + port + ": a port is a number from 1 to 65535",
        assertThrows(IllegalArgumentException.class,
            () -> PublicAddress.of(Optional.empty(), 8081, false, Optional.of(port), PATH)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a b", "/a?b", "/a#b", "/a//b", "/a/../b", "/./a", "..", "/ü", "/a*", "/{a}", "/a%20b"})
  void refusesPathsThatAreNone(String path) {
    assertTrue(assertThrows(IllegalArgumentException.class, () -> PublicAddress.requirePath("publicPath", path))
        .getMessage().startsWith("publicPath is '" + path + "': "));
  }

  @Test
  void aPathHasPlainCharactersAlone() {
    assertEquals("/a-b_c.d~e/Az09", PublicAddress.requirePath("path", "a-b_c.d~e/Az09/"));
  }

  @Test
  void aTunnelsAddressIsTakenAsItIsToldAndNotAtAllWhereItIsNone() {
    assertEquals("https://a.example.com/cb", PublicAddress.ofTunnel("https://a.example.com", "/cb").toString());
    assertEquals("http://a.example.com:8080/cb", PublicAddress.ofTunnel("http://a.example.com:8080", "/cb").toString());
    assertEquals("its port is 0: a port is a number from 1 to 65535", assertThrows(IllegalArgumentException.class,
        () -> PublicAddress.ofTunnel("https://a.example.com:0", "/cb")).getMessage());
  }

  @Test
  void whatItHasMadeIsKnownAgain() {
    PublicAddress address = PublicAddress.of(Optional.of("https://a.example.com"), 8081, false, Optional.empty(), "/cb");
    assertEquals(Optional.of("/x?y=z"), address.pathAndQueryOf("https://a.example.com/cb/x?y=z#rc=3"));
    assertEquals(Optional.of("/x"), address.pathAndQueryOf("https://a.example.com/cb/x"));
    for (String other : Arrays.asList("https://a.example.com/cbx", "https://a.example.com/cb", "http://a.example.com/cb/x")) {
      assertEquals(Optional.empty(), address.pathAndQueryOf(other), other);
    }
  }

  @ParameterizedTest
  @CsvSource({"localhost,true", "a.localhost,true", "LOCALHOST,true", "laptop,true", "laptop.local,true", "10.1.2.3,true",
      "127.0.0.1,true",
      "10.0.0.0,true", "10.0.0.9,true", "8.8.8.0,false",
      "172.16.0.1,true", "172.31.255.255,true", "172.32.0.1,false", "172.15.0.1,false", "192.168.1.1,true",
      "192.169.1.1,false", "169.254.1.1,true", "100.64.0.1,true", "100.128.0.1,false", "8.8.8.8,false", "[::1],true",
      "[fe80::1],true", "[fd00::1],true", "[::],true", "[0:0:0:0:0:0:0:1],true", "[::ffff:10.1.2.3],true", "[fec0::1],true",
      "[::ffff:8.8.8.8],false", "[fe00::1],false", "0.0.0.0,true", "[2001:db8::1],false", "gentle-fox.loca.lt,false",
      "10.example.com,false"})
  void knowsHostsThatTwilioCannotReach(String host, boolean expected) {
    assertEquals(expected, PublicAddress.of(Optional.of(host), 8081, false, Optional.empty(), PATH).isPrivate());
  }
}
