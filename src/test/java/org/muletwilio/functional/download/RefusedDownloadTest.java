package org.muletwilio.functional.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;

import org.muletwilio.api.resource.DownloadAttributes;
import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not taken for the file: each is refused, and the error says by whom. */
class RefusedDownloadTest extends FaultyStorage {

  @Test
  void theStorageGetsNoCredentials() {
    assertRead(mule.run("media", ""), SIZE);
    assertEquals(3, AT_STORAGE.size());
    assertFalse(AT_STORAGE.toString().toLowerCase().contains("authorization"), AT_STORAGE.toString());
    assertFalse(AT_STORAGE.toString().contains(ACCOUNT), AT_STORAGE.toString());
    assertEquals(1, AT_API.size(), "the storage is asked directly from then on");
    assertTrue(AT_API.get(0).toLowerCase().contains("authorization: basic "), AT_API.get(0));
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

  /** Whoever names credentials in an address wants others to send them. */
  @ParameterizedTest
  @ValueSource(strings = {"user:pass@", "user@", "@", ":@"})
  void aRedirectWithUserInformationIsRefused(String userInformation) {
    API.set(redirect(302, storage.baseUri().replace("://", "://" + userInformation) + "/file"));
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
}
