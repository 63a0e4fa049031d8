package org.muletwilio.internal.callback.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.error.Problems;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class AddressSettingsTest {

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Problems problems = new Problems();
    assertEquals(Optional.empty(), AddressSettings.of(problems, Optional.of("a b"), Optional.of(0), "publicPath", "a?b",
                                                      Tunnel.NONE, Optional.of(65536)));
    String told = assertThrows(IllegalArgumentException.class, problems::end).getMessage();
    for (String part : List.of("domain is 'a b'", "remotePort is 0", "tunnelAgentPort is 65536", "publicPath is 'a?b'")) {
      assertTrue(told.contains(part), told);
    }
  }

  @Test
  void aTunnelHasItsOwnPortUnlessADomainIsSet() {
    for (Tunnel tunnel : Tunnel.values()) {
      for (Optional<String> domain : List.of(Optional.<String>empty(), Optional.of("a.example.com"))) {
        for (Optional<Integer> port : List.of(Optional.<Integer>empty(), Optional.of(443))) {
          Problems problems = new Problems();
          boolean asked = tunnel != Tunnel.NONE && !domain.isPresent();
          AddressSettings settings =
              AddressSettings.of(problems, domain, port, "path", "/cb", tunnel, Optional.empty()).orElseThrow();
          assertEquals(asked, settings.isTunnelled());
          if (asked && port.isPresent()) {
            assertTrue(assertThrows(IllegalArgumentException.class, problems::end).getMessage()
                .contains("remotePort is 443 and tunnel is " + tunnel + ": a tunnel has its own port"));
          } else {
            problems.end();
          }
        }
      }
    }
  }

  @Test
  void aFixedAddressIsTheOnlyOne() throws Exception {
    AddressSettings settings = AddressSettings.of(new Problems(), Optional.of("a.example.com"), Optional.of(443), "path", "cb/",
        Tunnel.NGROK, Optional.of(4040)).orElseThrow();
    assertEquals("/cb", settings.getPublicPath());
    assertEquals(Tunnel.NGROK, settings.getTunnel());
    assertEquals(Optional.of(4040), settings.getTunnelAgentPort());
    PublicAddress fixed = settings.fixed(8081, false);
    assertEquals("https://a.example.com/cb", fixed.toString());
    FixedAddress address = new FixedAddress(fixed);
    assertSame(fixed, address.current());
    assertEquals(List.of(fixed), address.accepted());
    assertTrue(address.lookAgain().isDone(), "there is no other to look for");
  }
}
