package org.muletwilio.functional.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.api.resource.DownloadAttributes;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.mule.FlowResult;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An API and a storage that are slow, stuck or cut what they send. */
class DownloadFaultsTest extends FaultyStorage {

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
}
