package org.muletwilio.internal.callback;

import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.mule.runtime.api.exception.MuleException;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.domain.request.ClientConnection;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;

import org.muletwilio.internal.callback.address.PublicAddress;
import org.muletwilio.internal.callback.address.PublicAddresses;
import org.muletwilio.internal.callback.codec.BodyReader;
import org.muletwilio.internal.callback.route.RoutePath;
import org.muletwilio.internal.callback.route.RoutePaths;
import org.muletwilio.internal.callback.signature.SignatureCheck;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.internal.callback.trust.SigningKeys;
import org.muletwilio.testkit.log.LogLines;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** No thread is free when the new address of a tunnel is known at last: the callback is not to blame. */
class BusyThreadsTest {

  private static final int MANY = 20;
  private static final RouteSecret SECRET = new RouteSecret(ReceiverFixture.SECRET);

  private final CompletableFuture<Void> look = new CompletableFuture<>();
  private final List<HttpResponse> answers = new ArrayList<>();
  private final RefusalLog refusals = new RefusalLog("Twilio");
  private final ConcurrencyLimit limit = new ConcurrencyLimit("Twilio", MANY);

  @Test
  void aCallbackThatNoThreadDecidesUponIsAnsweredThatTheFlowIsBusyAndGivesItsPlaceBack() {
    try (LogLines log = LogLines.of("org.muletwilio.internal.callback", Level.WARN)) {
      for (int i = 0; i < MANY; i++) {
        receive();
      }
      look.complete(null);
      assertEquals(MANY, answers.stream().filter(answer -> answer.getStatusCode() == 503).count());
      assertEquals(1, log.all().size(), log.all()::toString);
      assertEquals(1, log.with("refused a callback from 127.0.0.1 for flow 'sms status', since Mule has no free thread").size(),
          log.all()::toString);
    }
    for (int i = 0; i < MANY; i++) {
      assertTrue(limit.enter());
    }
  }

  private void receive() {
    SignatureCheck signatures = new SignatureCheck(new AccountKeys(singletonList(SECRET),
        new SigningKeys(List.of(SigningKey.authToken(ReceiverFixture.SECRET)), List.of()), emptyMap()), true);
    Executor full = task -> {
      throw new RejectedExecutionException("full on purpose");
    };
    CallbackBodyReader bodies = new CallbackBodyReader(new BodyReader(null, 1000, 64 * 1024), refusals);
    CallbackVerifier verifier = new CallbackVerifier("/twilio/callbacks", signatures, new Tunnelled());
    CallbackProcessor processor =
        new CallbackProcessor("Twilio", bodies, verifier, null, Optional.empty(), refusals, false, full);
    Draft draft = Draft.form();
    draft.signature = "c29tZWJvZHkgZWxzZSdz";
    draft.headers.addAll(List.of("Content-Length", String.valueOf(draft.body.length)));
    RoutePath path = new RoutePaths("Twilio", List.of(SECRET))
        .find(draft.target.substring("/twilio/callbacks".length()).replaceAll("\\?.*", "")).get();
    ClientConnection client = Fakes.of(ClientConnection.class,
        Map.of("getRemoteHostAddress", arguments -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711)));
    limit.enter();
    processor.process(path, Fakes.of(HttpRequestContext.class, Map.of("getRequest", arguments -> draft.request(),
        "getClientConnection", arguments -> client)), new CallbackExchange((response, status) -> answers.add(response), limit));
  }

  /** Nobody knows yet whether it has another address. */
  private final class Tunnelled implements PublicAddresses {

    private final List<PublicAddress> known =
        List.of(PublicAddress.of(Optional.of("https://mule.example.com"), 8081, false, Optional.empty(), "/twilio/callbacks"));

    @Override
    public PublicAddress current() throws MuleException {
      return known.get(0);
    }

    @Override
    public List<PublicAddress> accepted() {
      return known;
    }

    @Override
    public CompletableFuture<Void> lookAgain() {
      return look;
    }
  }
}
