package org.muletwilio.internal.callback.address.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.internal.callback.address.PublicAddress;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** When the agent is asked, and which addresses stay accepted. */
class TunnelAddressesTest {

  private static final PublicAddress LOCAL = PublicAddress.of(Optional.empty(), 8081, Optional.empty(), "/cb");

  private DiscoveryResult sighting = DiscoveryResult.found("https://a.example.com", "ngrok");
  private long now = -TunnelAddresses.FRESH_NANOS;
  private int asked;
  private final TunnelAddresses addresses = new TunnelAddresses("Twilio", () -> {
    asked++;
    return sighting;
  }, 8081, "/cb", LOCAL, () -> now);

  @Test
  void theAgentIsAskedWhenAnAddressIsMadeAndNotForEachOne() throws Exception {
    assertEquals("https://a.example.com/cb", addresses.current().toString());
    addresses.current();
    assertEquals(1, asked);
    sighting = DiscoveryResult.found("https://b.example.com:8443", "ngrok");
    now += TunnelAddresses.FRESH_NANOS;
    assertEquals("https://b.example.com:8443/cb", addresses.current().toString());
    assertEquals(2, asked);
  }

  @Test
  void earlierAddressesStayAccepted() throws Exception {
    assertEquals(List.of(LOCAL), addresses.accepted());
    addresses.current();
    sighting = DiscoveryResult.found("https://b.example.com", "ngrok");
    addresses.lookAgain();
    assertEquals("[https://a.example.com/cb, http://localhost:8081/cb]", addresses.accepted().toString());
    now += TunnelAddresses.LOOK_AGAIN_NANOS;
    addresses.lookAgain();
    assertEquals("[https://b.example.com/cb, https://a.example.com/cb, http://localhost:8081/cb]", addresses.accepted().toString());
  }

  @Test
  void theListOfAddressesIsBoundedAndKeepsTheLatest() throws Exception {
    for (int i = 0; i < 100; i++) {
      sighting = DiscoveryResult.found("https://a" + i + ".example.com", "ngrok");
      now += TunnelAddresses.FRESH_NANOS;
      addresses.current();
    }
    assertEquals(TunnelAddresses.MOST_ADDRESSES, addresses.accepted().size());
    assertEquals("https://a99.example.com/cb", addresses.accepted().get(0).toString());
  }

  @Test
  void forgedCallbacksDoNotKeepTheAgentBusy() throws Exception {
    addresses.current();
    List<PublicAddress> known = addresses.accepted();
    now += TunnelAddresses.LOOK_AGAIN_NANOS;
    for (int i = 0; i < 1000; i++) {
      addresses.lookAgain();
    }
    assertEquals(2, asked);
    assertSame(known, addresses.accepted());
  }

  @Test
  void aLostTunnelIsAnErrorUntilOneIsBack() throws Exception {
    addresses.current();
    sighting = DiscoveryResult.missed("ngrok has no tunnel");
    now += TunnelAddresses.FRESH_NANOS;
    String message = assertThrows(MuleException.class, addresses::current).getMessage();
    assertEquals("Config 'Twilio' found no tunnel to port 8081: ngrok has no tunnel. Start one, or set domain in http-callback-config",
                 message);
    assertEquals("https://a.example.com/cb", addresses.accepted().get(0).toString());
    sighting = DiscoveryResult.found("https://a.example.com", "ngrok");
    assertEquals("https://a.example.com/cb", addresses.current().toString());
  }

  @Test
  void anAddressThatIsNoneIsAnError() {
    sighting = DiscoveryResult.found("https://my_host.example.com", "ngrok");
    String message = assertThrows(MuleException.class, addresses::current).getMessage();
    assertTrue(message.contains("my_host.example.com"), message);
  }
}
