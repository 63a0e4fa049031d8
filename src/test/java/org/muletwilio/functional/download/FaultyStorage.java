package org.muletwilio.functional.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.download.DownloadTest.download;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;

import org.muletwilio.api.resource.DownloadAttributes;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowResult;
import org.muletwilio.testkit.work.AnswerExtension;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An API and a storage that answer as a test wants. */
abstract class FaultyStorage {

  static final int PART = 1024 * 1024;
  static final int SIZE = 2 * PART + 10;
  static final Pattern RANGE = Pattern.compile("Range: bytes=(\\d+)-(\\d+)", Pattern.CASE_INSENSITIVE);

  static final String MEDIA = "media messageSid='MM" + "1".repeat(32) + "' mediaSid='ME" + "1".repeat(32) + "'";

  static final AtomicReference<BadServer.Behaviour> API = new AtomicReference<>(BadServer.answering(200, "{}"));
  static final AtomicReference<BadServer.Behaviour> STORAGE = new AtomicReference<>();
  static final List<String> AT_STORAGE = new CopyOnWriteArrayList<>();
  static final List<String> AT_API = new CopyOnWriteArrayList<>();

  static BadServer api;
  static BadServer storage;
  static EmbeddedMule mule;

  @BeforeAll
  static void start() {
    storage = BadServer.start((request, client) -> {
      AT_STORAGE.add(request);
      return STORAGE.get().serve(request, client);
    });
    api = BadServer.start((request, client) -> {
      AT_API.add(request);
      return API.get().serve(request, client);
    });
    mule = application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' baseUri='"
        + api.baseUri() + "' responseTimeout='2000' responseTimeoutUnit='MILLISECONDS'/></twilio:config>"
        + config("Patient", api.baseUri(), "")
        + download("media", MEDIA)
        + download("slow", MEDIA).replace("'Twilio'", "'Patient'")
            .replace("<answers:consume/>", "<answers:consume pauseMillis='150'/>")
        + "<flow name='get'><twilio:get-message config-ref='Patient' messageSid='SM" + "1".repeat(32) + "'/></flow>")
            .extension(AnswerExtension.class).start();
  }

  @AfterAll
  static void stop() throws Exception {
    mule.close();
    api.close();
    storage.close();
  }

  @BeforeEach
  void leadToTheStorage() {
    AT_API.clear();
    AT_STORAGE.clear();
    API.set(redirect(307, storage.baseUri() + "/file?Signature=secret"));
    STORAGE.set(parts(SIZE));
  }

  static FlowFailedException failure() {
    return assertThrows(FlowFailedException.class, () -> mule.run("media", ""));
  }

  static void assertCut(String reason) {
    String message = failure().getMessage();
    assertTrue(message.contains(reason), message);
  }

  static void assertRead(FlowResult result, int size) {
    assertTrue(((String) result.payload()).startsWith(size + " "), result.payload().toString());
    assertEquals(size, ((DownloadAttributes) result.variables().get("file")).getSize());
  }

  static BadServer.Behaviour redirect(int status, String location) {
    return BadServer.answering(status, "", "Location", location);
  }

  static BadServer.Behaviour parts(int size) {
    return (request, client) -> {
      Matcher range = rangeOf(request);
      BadServer.write(client, partHead(range, size) + bodyOf(range, size));
      return true;
    };
  }

  static BadServer.Behaviour whole(int size, String type) {
    return (request, client) -> {
      BadServer.write(client, BadServer.head(200, size).replace("application/json", type));
      send(client, size);
      return true;
    };
  }

  static BadServer.Behaviour cutWhole(int after) {
    return (request, client) -> {
      BadServer.write(client, BadServer.head(200, SIZE, "ETag", "\"tag\""));
      send(client, after);
      return false;
    };
  }

  static void send(Socket client, int bytes) throws IOException {
    client.getOutputStream().write("x".repeat(bytes).getBytes(US_ASCII));
    client.getOutputStream().flush();
  }

  static Matcher rangeOf(String request) {
    Matcher range = RANGE.matcher(request);
    assertTrue(range.find(), request);
    return range;
  }

  static String partHead(Matcher range, int size) {
    return BadServer.head(206, bodyOf(range, size).length(), "ETag", "\"tag\"", "Content-Range",
                          "bytes " + range.group(1) + "-" + (from(range) + bodyOf(range, size).length() - 1) + "/" + size);
  }

  static String bodyOf(Matcher range, int size) {
    return "x".repeat(Math.min(size, Integer.parseInt(range.group(2)) + 1) - from(range));
  }

  static int from(Matcher range) {
    return Integer.parseInt(range.group(1));
  }
}
