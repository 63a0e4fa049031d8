package org.muletwilio.functional.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.muletwilio.functional.support.Http;
import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.resource.Form;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulator with its page, and an application that answers its calls. */
abstract class SimulatorPageFixture {

  static final String NUMBER = "+14155550150";
  static final String MENU = "<Gather input='dtmf speech' numDigits='1' timeout='1000'/></Response>";

  @TempDir
  Path profile;

  HttpServer application;
  TwilioSimulator simulator;

  @BeforeEach
  void start() throws Exception {
    application = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    application.createContext("/", exchange -> {
      try (exchange) {
        boolean signed = exchange.getRequestHeaders().containsKey("X-Twilio-Signature");
        boolean instructions = exchange.getRequestURI().getPath().startsWith("/twilio/callbacks/voice");
        Form form = Form.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        byte[] twiml = ("<Response><Say>" + form.first("Digits").map("You pressed "::concat)
            .or(() -> form.first("SpeechResult").map("You said "::concat)).orElse("Thank you for calling") + "</Say>" + MENU)
            .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(!signed ? 403 : instructions ? 200 : 204, signed && instructions ? twiml.length : -1);
        if (signed && instructions) {
          exchange.getResponseBody().write(twiml);
        }
      }
    });
    application.start();
    simulator = TwilioSimulator.builder().pace(Duration.ofMillis(5)).phoneNumber(NUMBER).start()
        .route("https://gentle-fox.loca.lt", "http://127.0.0.1:" + application.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    simulator.close();
    application.stop(0);
  }

  static void choose(Browser browser, String view) throws Exception {
    browser.click("[data-view=" + view + "]");
    browser.await("document.querySelector('[data-panel=" + view + "]').offsetParent !== null");
  }

  int send(String to, String body) throws Exception {
    String sid = TwilioSimulator.DEFAULT_ACCOUNT_SID;
    String form = Http.form(Map.of("To", to, "From", "+15005550006", "Body", body, "StatusCallback",
                                   "https://gentle-fox.loca.lt/twilio/callbacks/Twilio/message-status/sms-status"));
    return Http.send("POST", simulator.baseUri() + "/2010-04-01/Accounts/" + sid + "/Messages.json", form, "Authorization",
                     Http.basic(sid, TwilioSimulator.DEFAULT_AUTH_TOKEN)).statusCode();
  }
}
