package org.muletwilio.internal.connection.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.internal.connection.oauth.AccessToken;
import org.muletwilio.internal.connection.oauth.BearerAuthorization;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How requests are authorised, and how a thread waits for an answer. */
@Timeout(30)
class MuleHttpClientTest {

  private final FakeTimer timer = new FakeTimer();
  private final FakeHttp http = new FakeHttp();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final RequestExecutor executor = new RequestExecutor(work::add, timer, timer::millis);
  private final RequestSender sender = new RequestSender(http, 1000, 30_000, -1, executor);
  private final AtomicInteger tokens = new AtomicInteger();

  @Test
  void aRefusedAccessTokenIsRenewedOnce() {
    http.answer(401, "").answer(200, "{}");
    assertEquals(200, client(bearer()).send(create()).getStatus());
    assertEquals(List.of("Bearer t1", "Bearer t2"), authorizations());
  }

  @Test
  void aRefusedNewAccessTokenIsTheEnd() {
    http.answer(401, "").answer(401, "{\"code\":20003,\"message\":\"Authenticate\"}");
    TwilioException failure = assertThrows(TwilioException.class, () -> client(bearer()).send(create()));
    assertEquals(TwilioError.INVALID_CREDENTIALS, failure.getType());
    assertEquals(2, http.requests().size());
  }

  @Test
  void aRefusedSecretIsNotTriedAgain() {
    http.answer(401, "");
    assertThrows(TwilioException.class, () -> client(new BasicAuthorization("AC1", "pä:ss")).send(create()));
    assertEquals(List.of("Basic QUMxOnDDpDpzcw=="), authorizations());
  }

  @Test
  void anAccessTokenServesManyAndIsRenewedWithoutAThreadThatWaits() {
    http.answer(200, "{}").answer(200, "{}").answer(401, "").answer(200, "{}");
    MuleHttpClient client = client(bearer());
    List<CompletableFuture<HttpAnswer>> answers = List.of(client.sendAsync(create()), client.sendAsync(create()));
    assertEquals(List.of(), authorizations());
    doWork();
    CompletableFuture<HttpAnswer> renewed = client.sendAsync(create());
    doWork();
    answers.forEach(answer -> assertEquals(200, answer.join().getStatus()));
    assertEquals(200, renewed.join().getStatus());
    assertEquals(List.of("Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2"), authorizations());
  }

  @Test
  void aThreadThatWaitsNeedsNoOther() {
    http.answer(200, "{}");
    assertEquals(200, client(new BasicAuthorization("AC1", "secret")).send(fetch()).getStatus());
    assertEquals(0, work.size());
  }

  @Test
  void aThreadThatWaitsIsInterrupted() throws Exception {
    CompletableFuture<HttpResponse> late = new CompletableFuture<>();
    http.answer(late);
    FutureTask<Boolean> waiting = new FutureTask<>(() -> {
      TwilioException failure =
          assertThrows(TwilioException.class, () -> client(new BasicAuthorization("AC1", "secret")).send(create()));
      assertEquals(TwilioError.UNKNOWN_OUTCOME, failure.getType());
      return Thread.currentThread().isInterrupted();
    });
    Thread thread = new Thread(waiting, "waiting");
    thread.start();
    while (http.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    assertTrue(waiting.get(10, SECONDS), "the interrupt is not lost");
    assertEquals(0, work.size());
    late.complete(HttpResponse.builder().statusCode(201).entity(new ByteArrayHttpEntity("x".getBytes())).build());
    assertEquals(1, work.size(), "what is left to do is done by another thread");
    doWork();
    assertEquals(0, timer.size());
  }

  @Test
  void aFailureToGetATokenIsNoSend() {
    CompletableFuture<AccessToken> failed = new CompletableFuture<>();
    failed.completeExceptionally(new TwilioException(TwilioError.TIMEOUT, "it may have been done"));
    TwilioException failure = assertThrows(TwilioException.class,
        () -> client(new BearerAuthorization(where -> failed, timer::millis)).send(create()));
    assertEquals(TwilioError.CONNECTIVITY, failure.getType());
    assertFalse(failure.getMessage().startsWith("it may"), failure.getMessage());
    assertEquals(List.of(), http.requests());
  }

  @Test
  void aFormIsSentAsOneWithItsHeaders() throws Exception {
    http.answer(201, "{}");
    Request request = create();
    request.addPostParam("Body", "a&b é");
    request.addHeaderParam("I-Twilio-Idempotency-Token", "t1");
    client(new BasicAuthorization("AC1", "secret")).send(request);
    assertSent("application/x-www-form-urlencoded", "Body=a%26b+%C3%A9");
    assertEquals("t1", http.requests().get(0).getHeaderValue("i-twilio-idempotency-token"));
    assertEquals("application/json", http.requests().get(0).getHeaderValue("accept"));
    assertNull(http.requests().get(0).getHeaderValue("x-forwarded-host"), "it goes to Twilio");
  }

  @Test
  void jsonIsSentAsItIs() throws Exception {
    http.answer(201, "{}");
    Request request = new Request(HttpMethod.POST, "https://studio.twilio.com/v2/Flows");
    request.setContentType(EnumConstants.ContentType.JSON);
    request.setBody("{\"a\":\"é\"}");
    new MuleHttpClient(sender, ApiAddress.parse("http://127.0.0.1:8010"), new BasicAuthorization("AC1", "secret"), executor)
        .send(request);
    assertSent("application/json", "{\"a\":\"é\"}");
    assertEquals("studio.twilio.com", http.requests().get(0).getHeaderValue("x-forwarded-host"));
  }

  @ParameterizedTest
  @CsvSource({"199, false", "200, true", "299, true", "300, false"})
  void whatIsNoSuccessIsAnError(int status, boolean success) {
    http.answer(status, "<html>");
    if (success) {
      assertEquals(status, client(new BasicAuthorization("AC1", "secret")).send(fetch()).getStatus());
    } else {
      assertThrows(TwilioException.class, () -> client(new BasicAuthorization("AC1", "secret")).send(fetch()));
    }
  }

  private void assertSent(String contentType, String body) throws IOException {
    assertEquals(contentType, http.requests().get(0).getHeaderValue("content-type"));
    assertEquals(body, new String(http.requests().get(0).getEntity().getContent().readAllBytes(), UTF_8));
  }

  private BearerAuthorization bearer() {
    return new BearerAuthorization(where -> {
      CompletableFuture<AccessToken> token = new CompletableFuture<>();
      where.execute(() -> token.complete(new AccessToken("t" + tokens.incrementAndGet(), 3_600_000)));
      return token;
    }, timer::millis);
  }

  private MuleHttpClient client(Authorization authorization) {
    return new MuleHttpClient(sender, ApiAddress.parse(ApiAddress.TWILIO), authorization, executor);
  }

  private void doWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private List<String> authorizations() {
    return http.requests().stream().map(request -> request.getHeaderValue("authorization")).collect(Collectors.toList());
  }

  private static Request create() {
    return new Request(HttpMethod.POST, "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json");
  }

  private static Request fetch() {
    return new Request(HttpMethod.GET, "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM1.json");
  }
}
