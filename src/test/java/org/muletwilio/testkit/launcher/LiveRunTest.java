package org.muletwilio.testkit.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.testkit.project.CallbackRoutes;
import org.muletwilio.testkit.project.UsageException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Runs against Twilio itself: their variables, and where their public addresses lead. */
class LiveRunTest extends LaunchFixture {

  @Test
  void aLiveRunNamesTheVariablesThatItLacks() throws Exception {
    Path file = write("app.xml", "<flow name='go'><set-payload value='1'/></flow>");

    String message = assertThrows(UsageException.class,
                                  () -> launch(Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "secret-token"), file,
                                               "--flow", "go", "--live", "-Dtwilio.to=+15551234567")).getMessage();
    assertEquals("--live needs a real account; the environment lacks TWILIO_FROM, TWILIO_DOMAIN", message);
    assertFalse(printed().contains("secret-token"));
  }

  @Test
  void aLiveRunTakesTheEnvironment() {
    Map<String, String> environment = Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "t", "TWILIO_FROM", "+1",
                                             "TWILIO_TO", "+2", "TWILIO_DOMAIN", "a.example.com");

    assertEquals(Map.of("twilio.accountSid", "AC1", "twilio.authToken", "t", "twilio.from", "+1", "twilio.to", "+2",
                        "twilio.domain", "a.example.com", "twilio.remotePort", "443", "twilio.baseUri", "https://api.twilio.com"),
                 LiveAccount.properties(environment, Map.of()));
  }

  @Test
  void findsWherePublicAddressesLead() throws Exception {
    Path file = write("app.xml", "<t:config xmlns:t='http://www.mulesoft.org/schema/mule/twilio'>"
        + "<t:http-callback-config domain='${d}' localPort='8082' remotePort='443'/>"
        + "<t:http-callback-config domain='http://b.example.com'/><t:http-callback-config localPort='1'/></t:config>");
    Map<String, String> properties = Map.of("d", "a.example.com", "http.port", "8083");

    assertEquals(Map.of("https://a.example.com", "http://127.0.0.1:8082", "http://b.example.com", "http://127.0.0.1:8083"),
                 new CallbackRoutes(name -> Optional.ofNullable(properties.get(name))).in(List.of(file)));
  }

  @Test
  void aSharedListenersPortIsWhereCallbacksLead() throws Exception {
    Path listener = write("listener.xml", "<h:listener-config xmlns:h='http://www.mulesoft.org/schema/mule/http' name='Public'>"
        + "<h:listener-connection host='0.0.0.0' port='${api.port}'/></h:listener-config>");
    Path file = write("shared.xml", "<t:config xmlns:t='http://www.mulesoft.org/schema/mule/twilio'>"
        + "<t:http-callback-config domain='a.example.com' remotePort='443' listenerConfig='Public'/></t:config>");
    Map<String, String> properties = Map.of("api.port", "8084", "http.port", "8083");

    assertEquals(Map.of("https://a.example.com", "http://127.0.0.1:8084"),
                 new CallbackRoutes(name -> Optional.ofNullable(properties.get(name))).in(List.of(file, listener)));
  }
}
