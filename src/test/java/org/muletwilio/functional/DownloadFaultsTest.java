package org.muletwilio.functional;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.DownloadTest.download;
import static org.muletwilio.functional.TestApplication.ACCOUNT;
import static org.muletwilio.functional.TestApplication.TOKEN;
import static org.muletwilio.functional.TestApplication.application;
import static org.muletwilio.functional.TestApplication.config;

import org.muletwilio.api.resource.DownloadAttributes;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowResult;
import org.muletwilio.testkit.work.AnswerExtension;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API and a storage that are slow, stuck, broken or hostile. */
class DownloadFaultsTest {

  private static final int PART = 1024 * 1024;
  private static final int SIZE = 2 * PART + 10;
  private static final Pattern RANGE = Pattern.compile("Range: bytes=(\\d+)-(\\d+)", Pattern.CASE_INSENSITIVE);

  private static final String MEDIA = "media messageSid='MM" + "1".repeat(32) + "' mediaSid='ME" + "1".repeat(32) + "'";

  private static final AtomicReference<BadServer.Behaviour> API = new AtomicReference<>(BadServer.answering(200, "{}"));
  private static final AtomicReference<BadServer.Behaviour> STORAGE = new AtomicReference<>();
  private static final List<String> AT_STORAGE = new CopyOnWriteArrayList<>();
  private static final List<String> AT_API = new CopyOnWriteArrayList<>();

  private static BadServer api;
  private static BadServer storage;
  private static EmbeddedMule mule;

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

  @Test
  void theStorageGetsNoCredentials() {
    assertRead(mule.run("media", ""), SIZE);
    assertEquals(3, AT_STORAGE.size());
    assertFalse(AT_STORAGE.toString().toLowerCase().contains("authorization"), AT_STORAGE.toString());
    assertFalse(AT_STORAGE.toString().contains(ACCOUNT), AT_STORAGE.toString());
    assertEquals(1, AT_API.size(), "the storage is asked directly from then on");
    assertTrue(AT_API.get(0).toLowerCase().contains("authorization: basic "), AT_API.get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 308})
  void everyRedirectIsFollowed(int status) {
    API.set(redirect(status, storage.baseUri() + "/file"));
    assertRead(mule.run("media", ""), SIZE);
  }

  @Test
  void anApiThatGivesTheFileItselfIsReadInOnePiece() {
    API.set(whole(SIZE, "audio/x-wav"));
    FlowResult result = mule.run("media", "");
    assertRead(result, SIZE);
    assertEquals("audio/x-wav", ((DownloadAttributes) result.variables().get("file")).getMediaType());
    assertEquals(2, AT_API.size(), "once more over a connection of its own");
  }

  @Test
  void aFileOfUnknownLengthIsReadToItsEnd() {
    API.set((request, client) -> {
      BadServer.write(client, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n" + "x".repeat(SIZE));
      return false;
    });
    FlowResult result = mule.run("media", "");
    assertTrue(((String) result.payload()).startsWith(SIZE + " "));
    assertEquals(null, ((DownloadAttributes) result.variables().get("file")).getSize());
  }

  @Test
  void aPartThatIsCutIsAskedForAgain() {
    STORAGE.set(BadServer.first(1, (request, client) -> {
      Matcher range = rangeOf(request);
      BadServer.write(client, partHead(range, SIZE) + "x".repeat(1000));
      return false;
    }, parts(SIZE)));
    assertRead(mule.run("media", ""), SIZE);
  }

  @Test
  void aPieceThatIsCutGoesOnWhereTheServerCan() {
    STORAGE.set(BadServer.first(2, cutWhole(PART / 2), parts(SIZE)));
    assertRead(mule.run("media", ""), SIZE);
    assertTrue(AT_STORAGE.get(2).contains("bytes=" + PART / 2 + "-"), AT_STORAGE.get(2));
  }

  @Test
  void aPieceThatIsCutFailsWhereTheServerCanNotGoOn() {
    STORAGE.set(cutWhole(PART / 2));
    assertCut("was cut after " + PART / 2 + " of " + SIZE + " bytes: the server can't continue where the download broke");
  }

  @Test
  void aStorageThatBreaksAgainAndAgainIsGivenUp() {
    STORAGE.set(BadServer.first(1, parts(SIZE), BadServer.resetAfter("")));
    assertCut("was cut after " + PART + " of " + SIZE + " bytes: ");
  }

  @Test
  void aPieceThatStallsIsGivenUp() {
    STORAGE.set(BadServer.stallAfter(BadServer.head(200, SIZE) + "x".repeat(1000)));
    long began = System.nanoTime();
    assertCut("was cut after 1000 of " + SIZE + " bytes: ");
    assertTrue(System.nanoTime() - began < 15_000_000_000L, "within some time-outs");
  }

  @Test
  void aPartThatStallsIsATimeout() {
    STORAGE.set((request, client) -> BadServer.stallAfter(partHead(rangeOf(request), SIZE) + "x").serve(request, client));
    assertEquals("TWILIO:TIMEOUT", failure().errorType());
  }

  @Test
  void anExpiredAddressIsAskedForAgain() {
    AtomicInteger answered = new AtomicInteger();
    STORAGE.set((request, client) -> (answered.incrementAndGet() == 2 ? BadServer.answering(403, "<Error/>") : parts(SIZE))
        .serve(request, client));
    assertRead(mule.run("media", ""), SIZE);
    assertEquals(2, AT_API.size());
  }

  @Test
  void aFileThatChangesIsNotPutTogether() {
    AtomicInteger answered = new AtomicInteger();
    STORAGE.set((request, client) -> {
      Matcher range = rangeOf(request);
      BadServer.write(client, partHead(range, SIZE).replace("\"tag\"", "\"tag" + answered.incrementAndGet() + "\"")
          + bodyOf(range, SIZE));
      return true;
    });
    assertCut("the file changed meanwhile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes 5-1048580/2097162", "bytes 0-10/2097162", "bytes 0-1048575/5", "bytes 0-1048575/-1",
      "items 0-1/2", "", "bytes 0-99999999999999999999/2097162", "bytes 0-1048575"})
  void aRangeThatWasNotAskedForIsRefused(String range) {
    STORAGE.set((request, client) -> {
      BadServer.write(client, BadServer.head(206, PART, "Content-Range", range) + "x".repeat(PART));
      return true;
    });
    assertEquals("TWILIO:SERVER_ERROR", failure().errorType());
  }

  @Test
  void aPartThatIsTooLargeIsRefused() {
    STORAGE.set((request, client) -> {
      BadServer.write(client, BadServer.head(206, 2 * PART, "Content-Range", "bytes 0-" + (2 * PART - 1) + "/" + SIZE)
          + "x".repeat(2 * PART));
      return true;
    });
    assertEquals("TWILIO:SERVER_ERROR", failure().errorType());
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "http://user:pass@127.0.0.1/x", "javascript:x", "http:///x",
      "", "::"})
  void aRedirectElsewhereIsRefused(String location) {
    API.set(redirect(302, location));
    assertEquals("TWILIO:SERVER_ERROR", failure().errorType());
    assertEquals(List.of(), AT_STORAGE);
  }

  @Test
  void redirectsHaveAnEnd() {
    STORAGE.set(redirect(302, storage.baseUri() + "/again"));
    FlowFailedException failure = failure();
    assertEquals("TWILIO:SERVER_ERROR", failure.errorType());
    assertTrue(failure.getMessage().contains("more than 5 times"), failure.getMessage());
    assertTrue(AT_STORAGE.size() <= 6);
  }

  @Test
  void whatIsWrongIsToldByWhoSaysIt() {
    API.set(BadServer.answering(401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}"));
    assertEquals("TWILIO:INVALID_CREDENTIALS", failure().errorType());
    API.set(BadServer.answering(404, "{\"code\":20404,\"message\":\"Not found\",\"status\":404}"));
    assertEquals("TWILIO:NOT_FOUND", failure().errorType());
    leadToTheStorage();
    STORAGE.set(BadServer.answering(403, "<Error><Key>secret</Key></Error>"));
    FlowFailedException refused = failure();
    assertEquals("TWILIO:SERVER_ERROR", refused.errorType());
    assertTrue(refused.getMessage().contains("answered with HTTP 403"), refused.getMessage());
    assertFalse(refused.getMessage().contains("secret"), "neither the storage's text nor its signed address");
    STORAGE.set(BadServer.answering(404, ""));
    assertEquals("TWILIO:NOT_FOUND", failure().errorType());
  }

  @Test
  void aSlowReaderHoldsUpNoOtherRequest() throws Exception {
    BadServer.Behaviour file = whole(2 * PART, "image/png");
    BadServer.Behaviour missing = BadServer.answering(404, "{\"code\":20404,\"message\":\"Not found\",\"status\":404}");
    API.set((request, client) -> (request.contains("/Media/") ? file : missing).serve(request, client));
    ExecutorService readers = Executors.newFixedThreadPool(4);
    try {
      List<Future<FlowResult>> reading = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        reading.add(readers.submit(() -> mule.run("slow", "")));
      }
      while (AT_API.size() < 4) {
        Thread.sleep(5);
      }
      int answered = 0;
      while (answered < 20 && reading.stream().noneMatch(Future::isDone)) {
        assertEquals("TWILIO:NOT_FOUND", assertThrows(FlowFailedException.class, () -> mule.run("get", "")).errorType());
        answered += reading.stream().noneMatch(Future::isDone) ? 1 : 0;
      }
      assertTrue(answered > 0, "requests are answered while files are read");
      for (Future<FlowResult> each : reading) {
        assertTrue(((String) each.get().payload()).startsWith(2 * PART + " "));
      }
    } finally {
      readers.shutdownNow();
    }
  }

  @Test
  void aNameOfTheStorageLeadsNowhere() {
    STORAGE.set((request, client) -> {
      BadServer.write(client, "HTTP/1.1 200 OK\r\nContent-Type: not a type\r\nContent-Length: 1\r\n"
          + "Content-Disposition: attachment; filename=\"../../etc/pass:wd\"\r\n\r\nx");
      return true;
    });
    DownloadAttributes file = (DownloadAttributes) mule.run("media", "").variables().get("file");
    assertEquals("pass_wd", file.getFileName());
    assertEquals("application/octet-stream", file.getMediaType());
  }

  private static FlowFailedException failure() {
    return assertThrows(FlowFailedException.class, () -> mule.run("media", ""));
  }

  private static void assertCut(String reason) {
    String message = failure().getMessage();
    assertTrue(message.contains(reason), message);
  }

  private static void assertRead(FlowResult result, int size) {
    assertTrue(((String) result.payload()).startsWith(size + " "), result.payload().toString());
    assertEquals(size, ((DownloadAttributes) result.variables().get("file")).getSize());
  }

  private static BadServer.Behaviour redirect(int status, String location) {
    return BadServer.answering(status, "", "Location", location);
  }

  private static BadServer.Behaviour parts(int size) {
    return (request, client) -> {
      Matcher range = rangeOf(request);
      BadServer.write(client, partHead(range, size) + bodyOf(range, size));
      return true;
    };
  }

  private static BadServer.Behaviour whole(int size, String type) {
    return (request, client) -> {
      BadServer.write(client, BadServer.head(200, size).replace("application/json", type));
      send(client, size);
      return true;
    };
  }

  private static BadServer.Behaviour cutWhole(int after) {
    return (request, client) -> {
      BadServer.write(client, BadServer.head(200, SIZE, "ETag", "\"tag\""));
      send(client, after);
      return false;
    };
  }

  private static void send(Socket client, int bytes) throws IOException {
    client.getOutputStream().write("x".repeat(bytes).getBytes(US_ASCII));
    client.getOutputStream().flush();
  }

  private static Matcher rangeOf(String request) {
    Matcher range = RANGE.matcher(request);
    assertTrue(range.find(), request);
    return range;
  }

  private static String partHead(Matcher range, int size) {
    return BadServer.head(206, bodyOf(range, size).length(), "ETag", "\"tag\"", "Content-Range",
                          "bytes " + range.group(1) + "-" + (from(range) + bodyOf(range, size).length() - 1) + "/" + size);
  }

  private static String bodyOf(Matcher range, int size) {
    return "x".repeat(Math.min(size, Integer.parseInt(range.group(2)) + 1) - from(range));
  }

  private static int from(Matcher range) {
    return Integer.parseInt(range.group(1));
  }
}
