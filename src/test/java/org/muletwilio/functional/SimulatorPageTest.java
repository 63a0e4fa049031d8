package org.muletwilio.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.script.CallScript;
import org.muletwilio.simulator.script.MessageOutcome;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator's page in a real browser. Skipped where Chromium isn't installed. */
class SimulatorPageTest {

  private static final String NUMBER = "+14155550150";
  private static final String TWIML = "<Response><Say>Thank you for calling</Say><Pause length=\"1000000\"/></Response>";

  @TempDir
  Path profile;

  private HttpServer application;
  private TwilioSimulator simulator;

  @BeforeEach
  void start() throws Exception {
    application = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    application.createContext("/", exchange -> {
      try (exchange) {
        boolean signed = exchange.getRequestHeaders().containsKey("X-Twilio-Signature");
        boolean instructions = exchange.getRequestURI().getPath().startsWith("/twilio/callbacks/voice");
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(!signed ? 403 : instructions ? 200 : 204, signed && instructions ? TWIML.length() : -1);
        if (signed && instructions) {
          exchange.getResponseBody().write(TWIML.getBytes());
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

  @Test
  void showsWhatHappensAndDoesWhatItsButtonsSay() throws Exception {
    Optional<Path> installed = Browser.installed();
    if (installed.isEmpty()) {
      System.out.println("The simulator's page is not tested: chromium and chromedriver are not installed");
    }
    assumeTrue(installed.isPresent(), "chromium and chromedriver are not installed");
    try (Browser browser = Browser.start(installed.get(), profile)) {
      browser.resize(1280, 1000);
      browser.open(simulator.baseUri() + "/");
      browser.await("document.querySelector('#live').textContent === 'Live'");
      showsMessages(browser);
      switchesFaults(browser);
      bringsMessagesAndCallsIn(browser);
      forges(browser);
      looks(browser);
      assertEquals(List.of(), browser.complaints());
      assertFalse(browser.value("document.documentElement.outerHTML").asText().contains(TwilioSimulator.DEFAULT_AUTH_TOKEN));
      browser.value("performance.getEntriesByType('resource').map(resource => resource.name)")
          .forEach(url -> assertEquals(0, url.asText().indexOf(simulator.baseUri() + "/simulator/"), url::asText));
    }
  }

  private void showsMessages(Browser browser) throws Exception {
    simulator.script().outcome("+14155550102", MessageOutcome.undelivered(30003));
    send("+14155550101", "Your parcel <b>has left</b> our warehouse.");
    send("+14155550102", "Your parcel arrives today between 10 and 12.");
    browser.await("document.querySelectorAll('#callbacks tr').length === 4");
    browser.await("document.querySelector('#messages').innerText.includes('error 30003')");
    browser.await("document.querySelector('#messages').innerText.includes('Your parcel <b>has left</b> our warehouse.')");
    assertEquals(2, browser.value("document.querySelectorAll('#requests tr').length").asInt());
    assertEquals(0, browser.value("document.querySelectorAll('#messages b').length").asInt());
  }

  private void switchesFaults(Browser browser) throws Exception {
    browser.click("#fault-drop");
    browser.await("document.querySelector('#fault-drop').ariaPressed === 'true'");
    send("+14155550101", "Nobody is told about this one.");
    browser.await("document.querySelectorAll('#dropped tr').length === 2");
    browser.click("#fault-drop");
    browser.await("document.querySelector('#fault-drop').ariaPressed === 'false'");
    browser.type("#fault-repeat-percent", "100");
    browser.click("#fault-repeat");
    browser.await("document.querySelector('#fault-repeat').textContent === 'On'");
    send("+14155550101", "Everything comes twice.");
    browser.await("document.querySelectorAll('#callbacks tr').length === 8");
    browser.click("#no-faults");
    browser.await("document.querySelector('#fault-repeat').textContent === 'Off'");
    browser.press("#api-fault select", "503");
    browser.click("#api-fault button");
    browser.await("document.querySelector('#planned').textContent === '503'");
    assertEquals(503, send("+14155550101", "Refused"));
    browser.await("document.querySelector('#planned').textContent === ''");
  }

  private void bringsMessagesAndCallsIn(Browser browser) throws Exception {
    browser.click("#number-details summary");
    browser.type("#number [name=phoneNumber]", NUMBER);
    browser.type("#number [name=smsUrl]", "https://gentle-fox.loca.lt/twilio/callbacks/messages");
    browser.type("#number [name=voiceUrl]", "https://gentle-fox.loca.lt/twilio/callbacks/voice");
    browser.click("#number button");
    browser.await("document.querySelector('#number-list').innerText.includes('calls: https://gentle-fox.loca.lt')");
    browser.click("#number-details summary");
    browser.type("#inbound [name=body]", "Where is my parcel?");
    browser.click("#inbound [value=messages]");
    browser.await("document.querySelector('#messages').innerText.includes('Where is my parcel?')");
    browser.await("document.querySelector('#callbacks').innerText.includes('inbound message')");
    simulator.script().call("+14155550123", CallScript.answered());
    browser.click("#inbound [value=calls]");
    browser.await("document.querySelector('#calls').innerText.includes('Say Thank you for calling')");
    browser.click("#calls button");
    browser.await("document.querySelector('#calls').innerText.includes('completed')");
  }

  private void forges(Browser browser) throws Exception {
    browser.type("#forge [name=url]", "https://gentle-fox.loca.lt/twilio/callbacks/guessed");
    browser.press("#forge select", "none");
    browser.click("#forge button");
    browser.await("document.querySelector('#notice').textContent === 'Forged callback: answered 403'");
    browser.await("document.querySelector('#callbacks tr').innerText.includes('forged')");
    browser.click("#callbacks tr:nth-child(2) button");
    browser.await("document.querySelector('#callback').open");
    browser.await("document.querySelector('#callback-body').textContent.includes('Thank you for calling')");
    browser.screenshot(Path.of("target", "simulator-page-callback.png"));
    browser.click("#callback-forge-none");
    browser.await("document.querySelectorAll('#callbacks .badge.warn').length >= 4");
    browser.click("#callback-close");
    browser.await("!document.querySelector('#callback').open");
  }

  private static void looks(Browser browser) throws Exception {
    browser.value("window.scrollTo(0, 0)");
    browser.screenshot(Path.of("target", "simulator-page.png"));
    browser.colours("dark");
    browser.screenshot(Path.of("target", "simulator-page-dark.png"));
    browser.colours("light");
    browser.resize(800, 1900);
    browser.value("window.scrollTo(0, 0)");
    browser.screenshot(Path.of("target", "simulator-page-800.png"));
    for (int width : List.of(400, 800, 1280)) {
      browser.resize(width, 900);
      browser.await("document.documentElement.scrollWidth <= " + width);
      // what browsers put into number fields must leave room for the number
      browser.await("[...document.querySelectorAll('input[type=number]')].every(one => one.scrollWidth <= one.clientWidth)");
    }
  }

  private int send(String to, String body) throws Exception {
    String sid = TwilioSimulator.DEFAULT_ACCOUNT_SID;
    String form = Http.form(Map.of("To", to, "From", "+15005550006", "Body", body, "StatusCallback",
                                   "https://gentle-fox.loca.lt/twilio/callbacks/Twilio/message-status/sms-status"));
    return Http.send("POST", simulator.baseUri() + "/2010-04-01/Accounts/" + sid + "/Messages.json", form, "Authorization",
                     Http.basic(sid, TwilioSimulator.DEFAULT_AUTH_TOKEN)).statusCode();
  }
}
