package org.muletwilio.internal.connection.oauth;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.muletwilio.internal.connection.http.FakeTimer;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How long an access token is kept, and how often one is asked for. */
class BearerAuthorizationTest {

  private final FakeTimer time = new FakeTimer();
  private final List<CompletableFuture<AccessToken>> asked = new ArrayList<>();
  private final BearerAuthorization authorization = new BearerAuthorization(work -> {
    asked.add(new CompletableFuture<>());
    return asked.get(asked.size() - 1);
  }, time::millis);

  @ParameterizedTest
  @CsvSource({"3600000, 3540000", "100000, 90000", "10, 9"})
  void isRenewedShortlyBeforeItExpires(long lifetime, long kept) {
    assertEquals("Bearer t1", answered("t1", lifetime));
    time.pass(kept - 1);
    assertEquals("Bearer t1", header().join());
    time.pass(1);
    assertEquals("Bearer t2", answered("t2", lifetime));
  }

  @Test
  void aTokenWithoutALifetimeServesThoseWhoWaitForIt() {
    assertEquals("Bearer t1", answered("t1", 0));
    assertEquals("Bearer t2", answered("t2", 0));
  }

  /** Memory may run out, or the connection be closed, where a token is asked for: those who come later ask again. */
  @Test
  void aTokenThatCannotBeAskedForFailsAndIsAskedForAgain() {
    List<Throwable> failures =
        new ArrayList<>(List.of(new OutOfMemoryError("on purpose"), new IllegalStateException("on purpose")));
    BearerAuthorization failing = new BearerAuthorization(work -> {
      if (failures.isEmpty()) {
        return CompletableFuture.completedFuture(new AccessToken("t1", 3_600_000));
      }
      Throwable failure = failures.remove(0);
      if (failure instanceof Error) {
        throw (Error) failure;
      }
      throw (RuntimeException) failure;
    }, time::millis);
    assertTrue(failing.getHeader(Runnable::run).isCompletedExceptionally());
    assertTrue(failing.getHeader(Runnable::run).isCompletedExceptionally());
    assertEquals("Bearer t1", failing.getHeader(Runnable::run).join());
  }

  @Test
  void theFirstRefusalRenewsItForAll() {
    String refused = answered("t1", 3_600_000);
    assertTrue(authorization.renew(refused));
    assertEquals("Bearer t2", answered("t2", 3_600_000));
    assertTrue(authorization.renew(refused));
    assertEquals("Bearer t2", header().join());
    assertEquals(2, asked.size());
  }

  @Test
  void manyRequestsAskOnceAndNoneWaitsForIt() {
    List<CompletableFuture<String>> headers = IntStream.range(0, 40).mapToObj(i -> header()).collect(toList());
    assertEquals(1, asked.size());
    headers.forEach(each -> assertFalse(each.isDone()));
    asked.get(0).complete(new AccessToken("t1", 3_600_000));
    headers.forEach(each -> assertEquals("Bearer t1", each.join()));
  }

  @Test
  void aFailureIsNotKept() {
    CompletableFuture<String> failed = header();
    asked.get(0).completeExceptionally(new IllegalStateException("no token"));
    assertEquals(TwilioError.CONNECTIVITY, failureOf(failed).getType());
    assertEquals("Bearer t2", answered("t2", 1000));
  }

  @ParameterizedTest
  @EnumSource(TwilioError.class)
  void withoutATokenNothingWasDoneAndNoResourceIsMeant(TwilioError error) {
    CompletableFuture<String> header = header();
    asked.get(0).completeExceptionally(new CompletionException(new TwilioException(error, "no answer")));
    boolean ofTheAccount = error == TwilioError.INVALID_CREDENTIALS || error == TwilioError.FORBIDDEN
        || error == TwilioError.TOO_MANY_REQUESTS;
    assertEquals(ofTheAccount ? error : TwilioError.CONNECTIVITY, failureOf(header).getType());
  }

  /** What a flow does with a create that was not sent is its own choice: Mule must not run it again by itself. */
  @Test
  void noConnectionExceptionIsAmongTheCauses() {
    CompletableFuture<String> header = header();
    IOException reason = new IOException("Remotely closed");
    asked.get(0).completeExceptionally(TwilioException.unreached("broke", reason));
    assertSame(reason, failureOf(header).getCause());
  }

  private String answered(String token, long lifetime) {
    CompletableFuture<String> header = header();
    asked.get(asked.size() - 1).complete(new AccessToken(token, lifetime));
    return header.join();
  }

  private CompletableFuture<String> header() {
    return authorization.getHeader(Runnable::run);
  }

  private static TwilioException failureOf(CompletableFuture<String> header) {
    return (TwilioException) assertThrows(CompletionException.class, header::join).getCause();
  }
}
