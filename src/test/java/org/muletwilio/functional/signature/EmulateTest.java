package org.muletwilio.functional.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.functional.support.TestApplication.flow;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.functional.support.TestApplication.sendFlow;

import org.muletwilio.api.callback.CallbackAttributes;
import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.resource.Call;
import org.muletwilio.api.resource.Message;
import org.muletwilio.functional.support.TestApplication;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowRun;
import org.muletwilio.testkit.tool.FreePort;
import org.muletwilio.testkit.tool.NodeTool;
import org.muletwilio.testkit.tool.ToolProcess;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A Twilio that was made by others, the module emulate of npm: it signs addresses with their fragments, and writes the query of a
 * GET anew. Skipped where it isn't installed.
 */
class EmulateTest {

  private static final NodeTool NODE = new NodeTool("emulate", "emulate");
  private static final String TOKEN = TestApplication.TOKEN;
  private static final String NUMBER = "+15005550006";

  @TempDir
  private Path folder;
  private ToolProcess emulate;
  private String baseUri;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(NODE.reasonAgainst().isEmpty(), () -> NODE.reasonAgainst().orElseThrow());
    FreePort.start(port -> {
      emulate = ToolProcess.start(folder, NODE.command("server.mjs", String.valueOf(port), TOKEN, NUMBER));
      try {
        return emulate.awaitOutput(Pattern.compile("listening on"), SOON);
      } finally {
        baseUri = "http://127.0.0.1:" + port;
      }
    });
  }

  @AfterEach
  void stop() {
    if (emulate != null) {
      emulate.close();
    }
  }

  @Test
  void aMessagesStatusComesBack() throws Exception {
    try (EmbeddedMule mule = start(sendFlow() + flow("status"))) {
      Message message = (Message) mule.run("send", "It's 5 o'clock: call me @ home ~ or not + \u00fc").payload();
      assertEquals(200, post("/_twilio/simulate/message-status", Form.of("MessageSid", message.getSid(), "Status", "delivered")));
      FlowRun run = mule.awaitRun("status", each -> each.payload().toString().contains("delivered"), SOON);
      assertEquals(message.getSid(), ((CallbackAttributes) run.attributes()).getResourceSid());
      assertTrue(((Map<?, ?>) run.payload()).get("Body").toString().contains("It's 5 o'clock"));
    }
  }

  @Test
  void aCallsStatusComesBack() throws Exception {
    String call = "<flow name='call'><twilio:make-call config-ref='Twilio' to='+15551234567' from='" + NUMBER
        + "' twiml='&lt;Response/>' status-callback-flow-ref='status'/></flow>";
    try (EmbeddedMule mule = start(call + flow("status"))) {
      Call made = (Call) mule.run("call", "").payload();
      assertEquals(200, post("/_twilio/simulate/call-status", Form.of("CallSid", made.getSid(), "Status", "completed")));
      FlowRun run = mule.awaitRun("status", each -> each.payload().toString().contains("completed"), SOON);
      assertEquals(made.getSid(), ((CallbackAttributes) run.attributes()).getResourceSid());
    }
  }

  /** The address of a number has a flow's name with a blank, so that it has a tilde, which a GET's query escapes. */
  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET"})
  void anInboundMessageRunsItsFlow(String method) throws Exception {
    String elements = "<flow name='address'><twilio:callback-url config-ref='Twilio' kind='" + CallbackKind.INBOUND_MESSAGE
        + "' flow-ref='in box'><twilio:callback-contexts><twilio:callback-context key='a b' "
        + "value='~c'/></twilio:callback-contexts></twilio:callback-url></flow><flow name='in box'><set-payload "
        + "value='&lt;Response/>'/></flow>";
    try (EmbeddedMule mule = start(elements)) {
      String address = mule.run("address", "").payload().toString();
      assertEquals(200, post("/2010-04-01/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers/" + numberSid() + ".json",
          Form.of("SmsUrl", address, "SmsMethod", method)));
      assertEquals(201, post("/_twilio/simulate/inbound-message",
          Form.of("To", NUMBER, "From", "+15555550199", "Body", "Trezzo Sull'Adda & sip:a@b ~")));
      FlowRun run = mule.awaitRun("in box", each -> true, SOON);
      CallbackAttributes attributes = (CallbackAttributes) run.attributes();
      assertEquals(method, attributes.getMethod());
      assertEquals(Map.of("a b", "~c"), attributes.getContext());
    }
  }

  private EmbeddedMule start(String elements) {
    return application(config("Twilio", baseUri, "<twilio:http-callback-config host='127.0.0.1' localPort='" + freePort() + "'/>")
        + elements).start();
  }

  private String numberSid() throws Exception {
    String numbers = send("GET", "/2010-04-01/Accounts/" + ACCOUNT + "/IncomingPhoneNumbers.json", "").body();
    String before = numbers.substring(0, numbers.indexOf("\"" + NUMBER + "\""));
    return before.substring(before.lastIndexOf("\"sid\":\"") + "\"sid\":\"".length()).substring(0, 34);
  }

  private int post(String path, Form form) throws Exception {
    return send("POST", path, form.encoded()).statusCode();
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    String basic = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
        .send(HttpRequest.newBuilder(URI.create(baseUri + path))
        .header("Authorization", "Basic " + basic).header("Content-Type", "application/x-www-form-urlencoded")
        .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
