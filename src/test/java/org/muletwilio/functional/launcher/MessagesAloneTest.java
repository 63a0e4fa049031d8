package org.muletwilio.functional.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.document;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** The launcher with an application whose flows all have sources: what a person writes starts them. */
class MessagesAloneTest extends DemoFixture {

  @Test
  void aMessageRunsTheFlowOfItsSource() throws Exception {
    Path app = app("${twilio.from}", "<set-payload value='&lt;Response>&lt;Message>Hi&lt;/Message>&lt;/Response>'/>");

    assertTrue(run(app, "--messages", "Hello|Bye", "--quiet", "2s"), printed());
    assertPrinted("\\+15551234567 writes 'Hello'");
    assertPrinted("OK app: 2 callbacks \\(listening: received, received\\) came in ");
  }

  @Test
  void aMessageThatNoFlowTakesIsNotOk() throws Exception {
    Path app = app("+15005550009", "<set-payload value='&lt;Response/>'/>");

    assertFalse(run(app, "--messages", "Hello|Bye", "--quiet", "2s", "--phone-number", "+15005550009"), printed());
    assertPrinted("FAILED app: no callback came in ");
    assertPrinted("  'Bye' reached no flow: \\+15005550006 has no address for messages");
  }

  private Path app(String number, String end) throws Exception {
    return Files.writeString(folder.resolve("app.xml"), document("<twilio:config name='Twilio'><twilio:connection "
        + "accountSid='${twilio.accountSid}' authToken='${twilio.authToken}' baseUri='${twilio.baseUri}'/>"
        + "<twilio:http-callback-config host='127.0.0.1' localPort='${http.port}' domain='${twilio.domain}' remotePort='443'/>"
        + "</twilio:config><flow name='listening'><twilio:on-message config-ref='Twilio' phoneNumber='" + number + "'/>" + end
        + "</flow>"));
  }
}
