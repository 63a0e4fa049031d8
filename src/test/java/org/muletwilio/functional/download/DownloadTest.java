package org.muletwilio.functional.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.awaitCallback;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.simulator;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.resource.DownloadAttributes;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowResult;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.work.AnswerExtension;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of messages and calls, from the API by way of a storage at another port that refuses credentials. */
class DownloadTest {

  static final String ANSWERS = "xmlns:answers='http://www.mulesoft.org/schema/mule/answers' xsi:schemaLocation='"
      + "http://www.mulesoft.org/schema/mule/answers http://www.mulesoft.org/schema/mule/answers/current/mule-answers.xsd'";
  private static final String NUMBER = "+14155550150";

  private static TwilioSimulator simulator;
  private static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    simulator = simulator();
    mule = application(simulator, freePort(), "<flow name='buy'><twilio:buy-incoming-phone-number config-ref='Twilio' "
        + "phoneNumber='"
        + NUMBER + "' sms-url-flow-ref='inbox'/></flow>"
        + "<flow name='inbox'><set-payload value='&lt;Response/&gt;'/></flow>"
        + download("media", "media mediaUrl='#[payload.url]'") + download("media-by-sid", "media messageSid='#[payload.message]' "
            + "mediaSid='#[payload.media]'") + download("neither", "media") + download("half", "media messageSid='#[payload]'")
        + download("both", "media mediaUrl='#[payload]' messageSid='#[payload]' mediaSid='#[payload]'")
        + download("no-recording", "recording")
        + download("recording", "recording recordingUrl='#[payload.url]' format='#[payload.format]'")
        + download("recording-by-sid", "recording recordingSid='#[payload]' format='MP3' channels='MONO'")
        + "<flow name='call'><twilio:make-call config-ref='Twilio' to='+14155550101' from='+15005550006' record='true' "
        + "recording-status-callback-flow-ref='recorded' twiml='&lt;Response&gt;&lt;Pause "
        + "length=\"2\"/&gt;&lt;/Response&gt;'/></flow><flow name='recorded'><logger level='DEBUG' message='none'/></flow>")
        .extension(AnswerExtension.class).start();
    mule.run("buy", "");
    simulator.script().call("+14155550101", CallScript.answered());
  }

  @AfterAll
  static void stop() {
    mule.close();
    simulator.close();
  }

  static String download(String flow, String what) {
    return "<flow name='" + flow + "' " + ANSWERS + "><twilio:download-" + what.replaceFirst(" |$", " config-ref='Twilio' ")
        + "><non-repeatable-stream/></twilio:download-" + what.split(" ")[0]
        + "><set-variable variableName='file' value='#[attributes]'/><answers:consume/></flow>";
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 5_000_000})
  void aPictureIsReadWholly(int size) throws Exception {
    byte[] picture = new byte[size];
    new Random(size).nextBytes(picture);
    FlowResult result = mule.run("media", Map.of("url", receive("image/png", picture)));
    assertEquals(size + " " + sha256(picture), result.payload());
    DownloadAttributes file = (DownloadAttributes) result.variables().get("file");
    assertEquals("image/png", file.getMediaType());
    assertEquals(size, file.getSize());
    assertTrue(file.getFileName().matches("ME[0-9a-f]{32}\\.png"), file.getFileName());
  }

  @Test
  void mediaIsFoundBySidsToo() throws Exception {
    String[] path = receive("text/vcard", new byte[] {1, 2, 3}).split("/");
    String media = path[path.length - 1];
    String message = path[path.length - 3];
    FlowResult result = mule.run("media-by-sid", Map.of("message", message, "media", media));
    assertEquals("3 " + sha256(new byte[] {1, 2, 3}), result.payload());
    assertEquals(media + ".vcf", ((DownloadAttributes) result.variables().get("file")).getFileName());
    assertEquals("TWILIO:NOT_FOUND", error("media-by-sid", Map.of("message", message, "media", "ME" + "0".repeat(32))));
  }

  @ParameterizedTest
  @CsvSource({"WAV,audio/x-wav,.wav", "MP3,audio/mpeg,.mp3"})
  void aRecordingIsHeard(String format, String type, String ending) throws Exception {
    mule.run("call", "");
    CallbackAttributes recorded = (CallbackAttributes) mule
        .awaitRun("recorded", each -> "completed".equals(((CallbackAttributes) each.attributes()).getStatus()), SOON)
        .attributes();
    FlowResult result = mule.run("recording", Map.of("url", recorded.getRecordingUrl(), "format", format));
    DownloadAttributes file = (DownloadAttributes) result.variables().get("file");
    assertEquals(type, file.getMediaType());
    assertEquals(recorded.getResourceSid() + ending, file.getFileName());
    assertTrue(((String) result.payload()).startsWith(file.getSize() + " ") && file.getSize() > 72, result.payload().toString());
    FlowResult bySid = mule.run("recording-by-sid", recorded.getResourceSid());
    assertEquals("audio/mpeg", ((DownloadAttributes) bySid.variables().get("file")).getMediaType());
  }

  @Test
  void theFlowsOfTheDocumentationRun() throws Exception {
    String page = Files.readString(Path.of("docs/downloads.md"));
    String flows = page.substring(page.indexOf("```xml") + 6, page.indexOf("```", page.indexOf("```xml") + 6));
    try (TwilioSimulator twilio = simulator(); EmbeddedMule own = application(twilio, freePort(), flows
        + "<flow name='buy'><twilio:buy-incoming-phone-number config-ref='Twilio' phoneNumber='" + NUMBER
        + "' sms-url-flow-ref='picture-received'/></flow><flow name='call'><twilio:make-call config-ref='Twilio' "
        + "to='+14155550101' from='+15005550006' record='true' recording-status-callback-flow-ref='call-recorded' "
        + "twiml='&lt;Response&gt;&lt;Pause length=\"2\"/&gt;&lt;/Response&gt;'/></flow>").start()) {
      own.run("buy", "");
      twilio.receiveFile("+15557654321", NUMBER, "Look", "image/png", new byte[100]);
      own.awaitRun("picture-received", FlowRun::succeeded, SOON);
      own.run("call", "");
      own.awaitRun("call-recorded", each -> each.succeeded()
          && "completed".equals(((CallbackAttributes) each.attributes()).getStatus()), SOON);
      assertEquals(2, twilio.requests().stream().filter(each -> each.answer().map(ApiAnswer::status).orElse(0) == 307).count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com/2010-04-01/Accounts/%A/Messages/%M/Media/%E",
      "http://api.twilio.com/2010-04-01/Accounts/%A/"
      + "Messages/%M/Media/%E", "https://api.twilio.com.example.com/2010-04-01/Accounts/%A/Messages/%M/Media/%E",
      "https://api.twilio.com@example.com/2010-04-01/Accounts/%A/Messages/%M/Media/%E",
      "https://user@api.twilio.com/2010-04-01/Accounts/%A/Messages/%M/Media/%E",
      "https://api.twilio.com:444/2010-04-01/Accounts/%A/Messages/%M/Media/%E",
      "https://api.twilio.com/2010-04-01/Accounts/%A/Messages/../Calls.json",
      "https://api.twilio.com/2010-04-01/Accounts/%A.json",
      "https://api.twilio.com/2010-04-01/Accounts/%A/Messages/%M/Media/%E?x=y",
      "https://api.twilio.com/2010-04-01/Accounts/%A/Messages/%M/Media/%E/..", "file:///etc/passwd", "mailto:x",
      "//api.twilio.com/x", "no url at all", ""})
  void anAddressElsewhereIsRefusedBeforeAnythingIsSent(String form) {
    int before = simulator.requests().size();
    String url = form.replace("%A", TestApplication.ACCOUNT).replace("%M", "MM" + "1".repeat(32))
        .replace("%E", "ME" + "1".repeat(32));
    for (String flow : new String[] {"media", "recording"}) {
      FlowFailedException refused =
          assertThrows(FlowFailedException.class, () -> mule.run(flow, Map.of("url", url, "format", "WAV")));
      assertEquals("TWILIO:INVALID_REQUEST", refused.errorType());
      assertTrue(refused.getMessage().contains("no credentials were sent"), refused.getMessage());
    }
    assertEquals(before, simulator.requests().size());
  }

  @Test
  void whichFileMustBeClear() {
    for (String flow : new String[] {"neither", "half", "both", "no-recording"}) {
      assertEquals("TWILIO:INVALID_REQUEST", error(flow, "SM" + "1".repeat(32)), flow);
    }
  }

  /** @return the MediaUrl0 of a message with a file */
  private static String receive(String type, byte[] file) throws Exception {
    String sid = simulator.receiveFile("+15557654321", NUMBER, "Look", type, file).sid();
    return awaitCallback(simulator, each -> each.resourceSid().equals(sid)).field("MediaUrl0");
  }

  private static String error(String flow, Object payload) {
    return assertThrows(FlowFailedException.class, () -> mule.run(flow, payload)).errorType();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
