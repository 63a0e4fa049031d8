package org.muletwilio.internal.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mule.runtime.api.i18n.I18nMessageFactory.createStaticMessage;

import org.mule.runtime.api.exception.DefaultMuleException;
import org.mule.runtime.api.exception.MuleException;

import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.callback.listener.ListenAddress;
import org.muletwilio.internal.callback.listener.ListenerSettings;
import org.muletwilio.internal.error.Problems;
import org.muletwilio.testkit.log.LogLines;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What the log says of an endpoint: where it is, and what can't work or isn't safe. */
class EndpointReportTest {

  private static final String PRIVATE = "WARN Config 'Twilio' gives Twilio callback addresses that start with "
      + "http://localhost:8081/cb: Twilio can't reach that host and refuses it. Set domain in http-callback-config to a public "
      + "host name, for example that of a tunnel";

  @Test
  void aSafeEndpointIsToldOfOnce() {
    assertEquals(List.of(opened("https://mule.example.com/cb", "checked")),
                 told(report(Tunnel.NONE, true), Optional.of("https://mule.example.com"), 3));
  }

  @Test
  void whatTwilioCanNotReachIsWarnedOf() {
    assertEquals(List.of(opened("http://localhost:8081/cb", "checked"), PRIVATE),
                 told(report(Tunnel.NONE, true), Optional.of("localhost"), 1));
    assertEquals(List.of(opened("http://localhost:8081/cb", "checked")),
                 told(report(Tunnel.NGROK, true), Optional.of("localhost"), 1), "the tunnel leads there");
  }

  @Test
  void whatNobodyChecksIsWarnedOf() {
    assertEquals(List.of(opened("https://mule.example.com/cb", "not checked"),
        "WARN Config 'Twilio' takes callbacks that nobody signed (validateSignature=\"false\")"),
                 told(report(Tunnel.NONE, false), Optional.of("https://mule.example.com"), 1));
  }

  @Test
  void aTunnelThatIsNotThereYetIsWarnedOf() {
    assertEquals(List.of("WARN Config 'Twilio' has no public address yet, and operations that name a flow will fail: no tunnel",
        opened("still unknown", "checked")), told(report(Tunnel.NGROK, true), Optional.empty(), 2));
  }

  @Test
  void whatIsNotOpenYetIsAnnounced() {
    try (LogLines log = LogLines.of(EndpointReport.class.getName(), Level.INFO)) {
      report(Tunnel.NONE, true).announced();
      assertEquals(List.of("INFO Config 'Twilio' will open its listener when an operation first names a flow: listening on "
          + "127.0.0.1:8081, a listener of its own, signatures checked"), log.all());
    }
  }

  private static String opened(String address, String signatures) {
    return "INFO Config 'Twilio' receives Twilio's callbacks: listening on 127.0.0.1:8081, a listener of its own, public address "
        + address + ", signatures " + signatures;
  }

  private static List<String> told(EndpointReport report, Optional<String> domain, int times) {
    try (LogLines log = LogLines.of(EndpointReport.class.getName(), Level.INFO)) {
      for (int i = 0; i < times; i++) {
        report.opened(addresses(domain));
      }
      return log.all();
    }
  }

  private static PublicAddresses addresses(Optional<String> domain) {
    return new PublicAddresses() {

      @Override
      public PublicAddress current() throws MuleException {
        return domain.map(EndpointReportTest::address)
            .orElseThrow(() -> new DefaultMuleException(createStaticMessage("no tunnel")));
      }

      @Override
      public List<PublicAddress> accepted() {
        return List.of(address(domain.orElse("localhost")));
      }

      @Override
      public CompletableFuture<Void> lookAgain() {
        throw new AssertionError("nothing is asked again");
      }
    };
  }

  private static PublicAddress address(String domain) {
    return PublicAddress.of(Optional.of(domain), 8081, false, Optional.empty(), "/cb");
  }

  private static EndpointReport report(Tunnel tunnel, boolean signed) {
    ProcessingSettings processing =
        new ProcessingSettings(false, 1, 1000, DuplicateHandling.PASS, 1000, Optional.empty(), Optional.empty(), 0);
    return new EndpointReport("Twilio",
        new EndpointSettings(ListenerSettings.own(new ListenAddress("127.0.0.1", 8081), Optional.empty()),
            AddressSettings.of(new Problems(), Optional.empty(), Optional.empty(), "path", "/cb", tunnel, Optional.empty()).get(),
            "/cb", 1024, processing), signed);
  }
}
