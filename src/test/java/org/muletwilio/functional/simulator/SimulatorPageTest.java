package org.muletwilio.functional.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.muletwilio.simulator.TwilioSimulator;
import org.muletwilio.simulator.script.MessageOutcome;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** The simulator's page in a real browser. Skipped where Chromium isn't installed. */
class SimulatorPageTest extends SimulatorPageFixture {

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
      setsOutcomes(browser);
      stopsTheTime(browser);
      talksOnThePhone(browser);
      triggersAndForges(browser);
      showsRequests(browser);
      looks(browser);
      assertEquals(List.of(), browser.complaints());
      assertFalse(browser.value("document.documentElement.outerHTML").asText().contains(TwilioSimulator.DEFAULT_AUTH_TOKEN));
      browser.value("performance.getEntriesByType('resource').map(resource => resource.name)")
          .forEach(url -> assertEquals(0, url.asText().indexOf(simulator.baseUri() + "/"), url::asText));
    }
  }

  private void showsMessages(Browser browser) throws Exception {
    simulator.script().outcome("+14155550102", MessageOutcome.undelivered(30003));
    send("+14155550101", "Your parcel <b>has left</b> our warehouse.");
    send("+14155550102", "Your parcel arrives today between 10 and 12.");
    browser.await("document.querySelectorAll('#callbacks li').length === 4");
    browser.press("#callbacks-filter [name=group]", "by resource");
    browser.await("document.querySelectorAll('#callbacks .group').length === 2");
    browser.press("#callbacks-filter [name=group]", "each");
    browser.type("#callbacks-filter [name=search]", "30003");
    browser.await("document.querySelectorAll('#callbacks li').length === 1");
    browser.value("document.querySelector('#callbacks-filter').reset()");
    choose(browser, "messages");
    browser.await("document.querySelector('#messages').innerText.includes('error 30003')");
    browser.await("document.querySelector('#messages').innerText.includes('Your parcel <b>has left</b> our warehouse.')");
    assertEquals(0, browser.value("document.querySelectorAll('#messages b').length").asInt());
    for (int i = 0; i < 60; i++) {
      send("+14155550104", "One of many");
    }
    browser.await("document.querySelector('#messages-pager').innerText.includes('1–50 of 62')");
    browser.click("#messages-pager button:last-child");
    browser.await("document.querySelectorAll('#messages li').length === 12");
    browser.type("#messages-filter [name=search]", "arrives TODAY");
    browser.await("document.querySelector('#messages-pager').innerText.includes('1–1 of 1 found')");
    browser.click("#messages button");
    browser.await("document.querySelector('#details').open");
    browser.click("#details-content button");
    browser.await("document.querySelectorAll('#callbacks li').length === 2");
    browser.value("document.querySelector('#callbacks-filter').reset()");
    browser.value("document.querySelector('#messages-filter').reset()");
  }

  private void switchesFaults(Browser browser) throws Exception {
    choose(browser, "faults");
    // else the fault drops callbacks of the messages before
    simulator.awaitCallbacks(sent -> sent.size() == 2 * simulator.messages().size(), Duration.ofSeconds(20));
    browser.click("#fault-drop");
    browser.await("document.querySelector('#notice').textContent === 'Faults of callbacks set'");
    send("+14155550101", "Nobody is told about this one.");
    browser.await("document.querySelectorAll('#dropped li').length === 2");
    browser.click("#fault-drop");
    browser.type("#fault-repeat-percent", "100");
    browser.click("#fault-repeat");
    browser.await("document.querySelector('#fault-repeat').checked");
    browser.click("#no-faults");
    browser.await("!document.querySelector('#fault-repeat').checked");
    assertEquals(0, simulator.faults().settings().drop());
    browser.press("#api-fault select", "503");
    browser.click("#api-fault button");
    browser.await("document.querySelector('#planned').textContent === '503'");
    assertEquals(503, send("+14155550101", "Refused"));
    browser.await("document.querySelector('#planned').textContent === ''");
  }

  private void setsOutcomes(Browser browser) throws Exception {
    choose(browser, "outcomes");
    browser.type("#outcome [name=to]", "+14155550105");
    browser.type("#outcome [name=outcomes]", "failed:30003,delivered");
    browser.click("#outcome button");
    browser.await("document.querySelector('#rules').innerText.includes('failed:30003,delivered')");
    send("+14155550105", "Fails");
    browser.await("document.querySelector('#rules').innerText.includes('used 1 time, next delivered')");
    simulator.awaitMessages(all -> all.get(all.size() - 1).status().equals("failed"), Duration.ofSeconds(10));
    send("+14155550105", "Arrives");
    simulator.awaitMessages(all -> all.get(all.size() - 1).status().equals("delivered"), Duration.ofSeconds(10));
    browser.screenshot(Path.of("target", "simulator-page-outcomes.png"));
    browser.click("#rules li:last-child button");
    browser.await("!document.querySelector('#rules').innerText.includes('failed:30003,delivered')");
  }

  private void stopsTheTime(Browser browser) throws Exception {
    browser.click("#clock-stopped");
    browser.await("document.querySelector('#notice').textContent === 'The time stands still'");
    send("+14155550106", "Waits");
    choose(browser, "messages");
    browser.await("document.querySelector('#messages li')?.innerText.includes('queued')");
    browser.click("#clock-step");
    browser.await("document.querySelector('#messages li')?.innerText.includes('sending')");
    browser.click("#clock-stopped");
    browser.await("document.querySelector('#messages li')?.innerText.includes('delivered')");
  }

  private void talksOnThePhone(Browser browser) throws Exception {
    choose(browser, "numbers");
    browser.type("#number [name=phoneNumber]", NUMBER);
    browser.type("#number [name=smsUrl]", "https://gentle-fox.loca.lt/twilio/callbacks/messages");
    browser.type("#number [name=voiceUrl]", "https://gentle-fox.loca.lt/twilio/callbacks/voice");
    browser.click("#number button");
    browser.await("document.querySelector('#number-list').innerText.includes('calls: https://gentle-fox.loca.lt')");
    browser.type("#sender [name=sender]", "whatsapp:+14155550199");
    browser.click("#sender button");
    browser.await("document.querySelector('#sender-list').innerText.includes('messages: no address')");
    browser.type("#service [name=friendlyName]", "Reminders");
    browser.click("#service button");
    browser.await("document.querySelector('#service-list').innerText.includes('it can send nothing')");
    choose(browser, "phone");
    browser.await("[...document.querySelectorAll('#phone-own option')].some(one => one.value === 'whatsapp:+14155550199')");
    browser.type("#reply [name=body]", "Where is my parcel?");
    browser.press("#reply [name=media]", "a picture");
    browser.click("#reply button");
    browser.await("document.querySelector('#thread').innerText.includes('Where is my parcel?')");
    browser.await("document.querySelector('#thread img')?.naturalWidth === 96");
    browser.press("#reply [name=media]", "from an address");
    browser.press("#reply [name=mediaUrl]", "https://example.com/cat.png");
    browser.click("#reply button");
    browser.await("[...document.querySelectorAll('#thread .medium')].some(one => one.href === 'https://example.com/cat.png')");
    browser.click("#call");
    browser.await("document.querySelector('#call-heard').innerText.includes('Say Thank you for calling')");
    browser.click("#keypad button:nth-child(3)");
    browser.await("document.querySelector('#call-heard').innerText.includes('Say You pressed 3')");
    browser.type("#speech [name=text]", "An agent, please");
    browser.click("#speech button");
    browser.await("document.querySelector('#call-heard').innerText.includes('Say You said An agent, please')");
    browser.screenshot(Path.of("target", "simulator-page-phone.png"));
    browser.click("#call-hang-up");
    browser.await("document.querySelector('#call-panel').hidden");
    browser.await("document.querySelector('#conversations').innerText.includes('Call completed')");
  }

  private void triggersAndForges(Browser browser) throws Exception {
    choose(browser, "trigger");
    choose(browser, "callbacks");
    browser.type("#trigger [name=url]", "https://gentle-fox.loca.lt/twilio/callbacks/any");
    browser.press("#trigger [name=kind]", "recording status");
    browser.press("#trigger [name=lines]", "RecordingDuration=9");
    browser.click("#trigger button");
    browser.await("document.querySelector('#notice').textContent === 'Triggered callback: answered 204'");
    browser.type("#forge [name=url]", "https://gentle-fox.loca.lt/twilio/callbacks/guessed");
    browser.press("#forge [name=signature]", "none");
    browser.click("#forge button");
    browser.await("document.querySelector('#notice').textContent === 'Forged callback: answered 403'");
    browser.await("document.querySelector('#callbacks li')?.innerText.includes('forged')");
    browser.click("#callbacks li:nth-child(2) button");
    browser.await("document.querySelector('#details').open");
    browser.await("document.querySelector('#details-content').innerText.includes('RecordingDuration')");
    browser.screenshot(Path.of("target", "simulator-page-callback.png"));
    browser.click("#details-content .buttons button:nth-child(3)");
    browser.await("document.querySelector('#curl-command')?.textContent.includes('X-Twilio-Signature')");
    browser.click("#details-content .buttons button:nth-child(2)");
    browser.type("#edit-fields tr:nth-child(3) .field-value", "changed");
    browser.click("#details-content .main-action");
    browser.await("document.querySelector('#notice').textContent === 'Edited callback: answered 204'");
    browser.click("#details-close");
  }

  private void showsRequests(Browser browser) throws Exception {
    assertEquals(400, send("nonsense", "Refused"));
    choose(browser, "requests");
    browser.await("document.querySelector('#requests li')?.innerText.includes('21211')");
    browser.click("#requests button");
    browser.await("document.querySelector('#details-content').innerText.includes('nonsense')");
    browser.await("document.querySelector('#request-answer')?.textContent.includes('more_info')");
    browser.screenshot(Path.of("target", "simulator-page-request.png"));
    browser.click("#details-close");
  }

  private static void looks(Browser browser) throws Exception {
    for (int width : List.of(360, 768, 1280)) {
      browser.resize(width, 900);
      for (String view : List.of("numbers", "trigger", "outcomes", "faults", "phone", "requests", "calls", "messages",
          "callbacks")) {
        choose(browser, view);
        browser.await("document.documentElement.scrollWidth <= " + width);
        // what browsers put into number fields must leave room for the number, and a text must have room to be read
        browser.await("[...document.querySelectorAll('input[type=number]')].filter(one => one.offsetParent)"
            + ".every(one => one.scrollWidth <= one.clientWidth)");
        browser.await("[...document.querySelectorAll('.row .text')].filter(one => one.offsetParent)"
            + ".every(one => one.clientWidth >= 150)");
        for (String scheme : List.of("light", "dark")) {
          browser.colours(scheme);
          browser.screenshot(Path.of("target", "simulator-page-" + width + "-" + view + "-" + scheme + ".png"));
        }
      }
    }
  }
}
