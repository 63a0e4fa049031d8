package org.muletwilio.internal.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.connection.http.BasicAuthorization;
import org.muletwilio.internal.connection.http.FakeHttp;
import org.muletwilio.internal.connection.http.FakeTimer;
import org.muletwilio.internal.connection.http.FileClient;
import org.muletwilio.internal.connection.http.FileConnections;
import org.muletwilio.internal.connection.http.RequestExecutor;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a download goes, and with what. */
class FileSourceTest {

  private static final String ACCOUNT = "AC" + "1".repeat(32);

  private final FakeTimer timer = new FakeTimer();
  private final FakeHttp http = new FakeHttp();

  @ParameterizedTest
  @ValueSource(strings = {"http://storage.example.com/file", "HTTP://storage.example.com/file", "//name:secret@storage/file",
      "ftp://storage.example.com/file", "file:///etc/passwd", "https:///file", "", "http://[", "https://name:secret@storage/x"})
  void noRedirectLeavesHttpsOrHasCredentials(String location) {
    http.answer(302, "", "Location", location);
    TwilioException failure = assertThrows(TwilioException.class, () -> source(ApiAddress.TWILIO).open(0));
    assertEquals(TwilioError.SERVER_ERROR, failure.getType());
    assertTrue(failure.getMessage().contains("which is not an HTTPS address: no request was sent"), failure.getMessage());
    assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
    assertEquals(1, http.requests().size());
  }

  @Test
  void aStorageIsAskedWithoutCredentials() {
    http.answer(302, "", "Location", "https://storage.example.com/file")
        .answer(206, "x", "Content-Range", "bytes 0-0/1", "Content-Length", "1");
    source(ApiAddress.TWILIO).open(0);
    assertEquals(2, http.requests().size());
    assertTrue(http.requests().get(0).getHeaderNames().stream().anyMatch("Authorization"::equalsIgnoreCase));
    assertFalse(http.requests().get(1).getHeaderNames().stream().anyMatch("Authorization"::equalsIgnoreCase));
  }

  /** As a simulator's is. */
  @Test
  void anApiThatIsPlainHttpMayLeadToPlainHttp() {
    http.answer(302, "", "Location", "http://127.0.0.1:8011/file")
        .answer(206, "x", "Content-Range", "bytes 0-0/1", "Content-Length", "1");
    source("http://127.0.0.1:8010").open(0);
    assertEquals("http://127.0.0.1:8011/file", http.requests().get(1).getUri().toString());
  }

  private FileSource source(String baseUri) {
    RequestExecutor executor = new RequestExecutor(Runnable::run, timer, timer::millis);
    FileClient files = new FileClient(new FileConnections(() -> http, 30_000, 0, -1, executor), ApiAddress.parse(baseUri),
        new BasicAuthorization(ACCOUNT, "token"), executor, 30_000);
    return new FileSource(files, FileAddress.ofMedia(ACCOUNT, "MM" + "2".repeat(32), "ME" + "3".repeat(32)));
  }
}
