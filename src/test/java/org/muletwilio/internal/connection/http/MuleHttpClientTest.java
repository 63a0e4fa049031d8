package org.muletwilio.internal.connection.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.muletwilio.internal.connection.oauth.AccessToken;
import org.muletwilio.internal.connection.oauth.BearerAuthorization;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import org.junit.jupiter.api.Test;

/** How requests are authorised. */
class MuleHttpClientTest {

  private final FakeTime time = new FakeTime();
  private final FakeHttp http = new FakeHttp();
  private final RequestSender sender = new RequestSender(http, 1000, 30_000, time, Runnable::run);
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final AtomicInteger tokens = new AtomicInteger();

  @Test
  void aRefusedAccessTokenIsRenewedOnce() {
    http.answer(401, "").answer(200, "{}");
    assertEquals(200, bearer().makeRequest(create()).getStatusCode());
    assertEquals(List.of("Bearer t1", "Bearer t2"), authorizations());
  }

  @Test
  void aRefusedNewAccessTokenIsTheEnd() {
    http.answer(401, "").answer(401, "{\"code\":20003,\"message\":\"Authenticate\"}");
    TwilioException failure = assertThrows(TwilioException.class, () -> bearer().makeRequest(create()));
    assertEquals(TwilioError.INVALID_CREDENTIALS, failure.getType());
    assertEquals(2, http.requests().size());
  }

  @Test
  void aRefusedSecretIsNotTriedAgain() {
    http.answer(401, "");
    MuleHttpClient client = new MuleHttpClient(sender, ApiAddress.parse(ApiAddress.TWILIO), new BasicAuthorization("AC1", "pä:ss"),
                                               true, Runnable::run);
    assertThrows(TwilioException.class, () -> client.makeRequest(create()));
    assertEquals(List.of("Basic QUMxOnDDpDpzcw=="), authorizations());
  }

  @Test
  void anAccessTokenIsAskedForAndRenewedWhereAThreadMayWait() {
    http.answer(200, "{}").answer(200, "{}").answer(401, "").answer(200, "{}");
    MuleHttpClient client = client(bearerAuthorization(), true);
    client.makeRequestAsync(create());
    assertEquals(List.of(), authorizations());
    waiting.remove().run();
    assertEquals(200, client.makeRequestAsync(create()).join().getStatusCode());
    CompletableFuture<Response> renewed = client.makeRequestAsync(create());
    waiting.remove().run();
    assertEquals(200, renewed.join().getStatusCode());
    assertEquals(List.of("Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2"), authorizations());
  }

  @Test
  void aFreeConnectionIsAwaitedWhereAThreadMayWait() {
    http.answer(200, "{}");
    CompletableFuture<Response> answer = client(new BasicAuthorization("AC1", "secret"), false).makeRequestAsync(create());
    assertEquals(List.of(), authorizations());
    waiting.remove().run();
    assertEquals(200, answer.join().getStatusCode());
  }

  private MuleHttpClient bearer() {
    return client(bearerAuthorization(), true);
  }

  private BearerAuthorization bearerAuthorization() {
    return new BearerAuthorization(() -> new AccessToken("t" + tokens.incrementAndGet(), 3_600_000), time);
  }

  private MuleHttpClient client(Authorization authorization, boolean sendsAtOnce) {
    return new MuleHttpClient(sender, ApiAddress.parse(ApiAddress.TWILIO), authorization, sendsAtOnce, waiting::add);
  }

  private List<String> authorizations() {
    return http.requests().stream().map(request -> request.getHeaderValue("authorization")).collect(Collectors.toList());
  }

  private static Request create() {
    return new Request(HttpMethod.POST, "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json");
  }
}
