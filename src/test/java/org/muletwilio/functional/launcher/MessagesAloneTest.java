package org.muletwilio.functional.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.document;

import org.muletwilio.testkit.launcher.Launch;
import org.muletwilio.testkit.launcher.option.LauncherOptions;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with an application whose flows all have sources: what a person writes starts them. */
class MessagesAloneTest {

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir
  private Path folder;

  @Test
  void aMessageRunsTheFlowOfItsSource() throws Exception {
    assertTrue(launch("${twilio.from}", "<set-payload value='&lt;Response>&lt;Message>Hi&lt;/Message>&lt;/Response>'/>"),
        printed());
    assertTrue(printed().contains("+15551234567 writes 'Hello'"), printed());
    assertTrue(printed().contains("OK app: 2 callbacks (listening: received, received) came in "), printed());
  }

  @Test
  void aMessageThatNoFlowTakesIsNotOk() throws Exception {
    assertFalse(launch("+15005550009", "<set-payload value='&lt;Response/>'/>", "--phone-number", "+15005550009"), printed());
    assertTrue(printed().contains("FAILED app: no callback came in "), printed());
    assertTrue(printed().contains("  'Bye' reached no flow: +15005550006 has no address for messages"), printed());
  }

  private boolean launch(String number, String end, String... options) throws Exception {
    Path file = Files.writeString(folder.resolve("app.xml"), document("<twilio:config name='Twilio'><twilio:connection "
        + "accountSid='${twilio.accountSid}' authToken='${twilio.authToken}' baseUri='${twilio.baseUri}'/>"
        + "<twilio:http-callback-config host='127.0.0.1' localPort='${http.port}' domain='${twilio.domain}' remotePort='443'/>"
        + "</twilio:config><flow name='listening'><twilio:on-message config-ref='Twilio' phoneNumber='" + number + "'/>" + end
        + "</flow>"));
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--messages", "Hello|Bye", "--quiet", "2s", file.toString()));
    return new Launch(LauncherOptions.parse(arguments), Map.of(), new PrintStream(output, true, UTF_8)).run();
  }

  private String printed() {
    return output.toString(UTF_8);
  }
}
