package org.muletwilio.internal.callback;

import static java.util.Collections.singletonList;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.api.callback.CallbackKind;
import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.CallbackWaits;
import org.muletwilio.internal.callback.flow.FlowDispatcher;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.callback.flow.TestWaits;
import org.muletwilio.internal.callback.idempotency.AnswerCache;
import org.muletwilio.internal.callback.idempotency.IdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.InMemoryIdempotentReceiver;
import org.muletwilio.internal.callback.idempotency.StatusAnswerCache;
import org.muletwilio.internal.callback.idempotency.WholeAnswerCache;
import org.muletwilio.internal.callback.listener.CallbackListeners;
import org.muletwilio.internal.callback.listener.FakeServers;
import org.muletwilio.internal.callback.listener.ListenAddress;
import org.muletwilio.internal.callback.listener.ListenerSettings;
import org.muletwilio.internal.callback.route.CallbackRoute;
import org.muletwilio.internal.callback.schedule.Deadlines;
import org.muletwilio.internal.callback.signature.SignatureCheck;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.internal.callback.trust.SigningKeys;
import org.muletwilio.internal.error.Problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * An endpoint as an application has it, with room for one callback at a time, and one flow; requests are handed to its
 * receiver.
 */
public final class ReceiverFixture {

  public static final String ORIGIN = "https://mule.example.com";
  public static final String SECRET = "12345";
  public static final long FLOW_TIMEOUT_MILLIS = 60_000;
  public static final String SUBACCOUNT = "AC" + "5".repeat(32);
  public static final String SUBACCOUNT_SECRET = "67890";

  private static final AccountKeys KEYS = new AccountKeys(singletonList(new RouteSecret(SECRET)),
      keys(SECRET), Map.of(SUBACCOUNT, keys(SUBACCOUNT_SECRET)));
  private static final String BASE_PATH = "/twilio/callbacks";
  private static final String FLOW = "sms status";

  private final AtomicLong nanos = new AtomicLong();
  private final Deadlines deadlines = new Deadlines(nanos::get, Runnable::run);
  private final AtomicInteger runs = new AtomicInteger();
  private final FakeSchedulers schedulers = new FakeSchedulers();
  private final FakeServers servers = new FakeServers();
  private volatile Supplier<Optional<String>> found = () -> Optional.of(FLOW);
  private volatile CompletableFuture<ExecutionResult> flowEnd = CompletableFuture.completedFuture(ended());

  public ReceiverFixture(boolean async) throws Exception {
    this(async, DuplicateHandling.PASS);
  }

  public ReceiverFixture(boolean async, DuplicateHandling duplicates) throws Exception {
    this(async, duplicates, 1);
  }

  public ReceiverFixture(boolean async, DuplicateHandling duplicates, int maxConcurrency) throws Exception {
    ProcessingSettings processing =
        new ProcessingSettings(async, maxConcurrency, FLOW_TIMEOUT_MILLIS, duplicates, 1000, Optional.empty(), Optional.empty(),
                               0);
    EndpointSettings settings =
        new EndpointSettings(ListenerSettings.own(new ListenAddress("127.0.0.1", 8081), Optional.empty()),
                             AddressSettings.of(new Problems(), Optional.of("mule.example.com"), Optional.of(443), "path",
                                                 BASE_PATH, Tunnel.NONE, Optional.empty()).get(),
                             BASE_PATH, 64 * 1024, processing);
    FlowDispatcher flows = new FlowDispatcher(locator());
    SignatureCheck signatures = new SignatureCheck(KEYS, true);
    new CallbackEndpoint("Twilio", settings, signatures, flows, runner(flows, duplicates), listeners(), null,
                         schedulers.service(), Optional.empty()).open();
  }

  private CallbackRunner runner(FlowDispatcher flows, DuplicateHandling duplicates) {
    CallbackWaits waits = TestWaits.of("Twilio", deadlines, FLOW_TIMEOUT_MILLIS);
    return duplicates == DuplicateHandling.PASS
        ? new CallbackRunner(flows, waits, IdempotentReceiver.PASS, IdempotentReceiver.PASS, IdempotentReceiver.PASS, () -> { })
        : new CallbackRunner(flows, waits, remembering(new StatusAnswerCache(1000, 1000, System::currentTimeMillis)),
                             remembering(new WholeAnswerCache(1000, 1000, System::currentTimeMillis)), IdempotentReceiver.PASS,
                             () -> { });
  }

  private IdempotentReceiver remembering(AnswerCache answers) {
    return new InMemoryIdempotentReceiver(answers, deadlines, CallbackWaits.LONGEST_ANSWER_MILLIS);
  }

  /** @return the end of a flow whose payload is nothing */
  private static ExecutionResult ended() {
    Event event = Fakes.of(Event.class, Map.of("getMessage", arguments -> Message.of(null), "getVariables",
        arguments -> Map.of()));
    return Fakes.of(ExecutionResult.class, Map.of("getEvent", arguments -> event));
  }

  /** Lets time go by, as far as waits for flows are concerned. */
  public void pass(long millis) {
    nanos.addAndGet(MILLISECONDS.toNanos(millis));
    deadlines.check();
  }

  /** @return the path and query of a callback's address */
  public static String target(CallbackKind kind) {
    return BASE_PATH + new CallbackRoute("Twilio", kind, FLOW, Optional.of("0-1"), Map.of("order",
        "4711")).pathAndQuery(new RouteSecret(SECRET));
  }

  private static SigningKeys keys(String authToken) {
    return new SigningKeys(List.of(SigningKey.authToken(authToken)), List.of());
  }

  FakeSchedulers schedulers() {
    return schedulers;
  }

  /** @return how many times the flow ran */
  public int runs() {
    return runs.get();
  }

  /** Lets the flow end so from now on. */
  public void flowEnds(CompletableFuture<ExecutionResult> end) {
    flowEnd = end;
  }

  /** Lets nobody find the flow from now on, whatever Mule's reason may be. */
  public void flowCanNotBeFound(Throwable reason) {
    found = () -> {
      if (reason instanceof Error) {
        throw (Error) reason;
      }
      throw (RuntimeException) reason;
    };
  }

  /** @return the answers so far; more may come */
  public List<HttpResponse> handle(HttpRequest request) {
    return servers.handle("8081" + BASE_PATH + "/Twilio/*", request);
  }

  /** @return the status of the only answer to a genuine callback */
  int status() {
    List<HttpResponse> answers = handle(Draft.form().request());
    assertEquals(1, answers.size());
    return answers.get(0).getStatusCode();
  }

  /** @return the status of the only answer, and what becomes of the connection */
  String answer(HttpRequest request) {
    List<HttpResponse> answers = handle(request);
    assertEquals(1, answers.size());
    return told(answers.get(0));
  }

  static String told(HttpResponse answer) {
    return answer.getStatusCode() + ("close".equals(answer.getHeaderValue("Connection")) ? " close" : " keep");
  }

  private ConfigurationComponentLocator locator() {
    ExecutableComponent flow = Fakes.of(ExecutableComponent.class, Map.of("execute", arguments -> {
      runs.incrementAndGet();
      return flowEnd;
    }), Component.class);
    return Fakes.of(ConfigurationComponentLocator.class, Map.of("find",
        arguments -> arguments[0].toString().equals(FLOW) ? found.get().map(ignored -> flow) : Optional.empty()));
  }

  private CallbackListeners listeners() throws Exception {
    CallbackListeners listeners = new CallbackListeners();
    Fakes.inject(listeners, "httpService", Fakes.of(HttpService.class, Map.of("getServerFactory", arguments -> servers)));
    listeners.initialise();
    return listeners;
  }
}
