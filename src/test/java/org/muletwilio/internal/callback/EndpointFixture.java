package org.muletwilio.internal.callback;

import static org.muletwilio.internal.callback.ReceiverFixture.SECRET;

import org.mule.runtime.api.artifact.Registry;
import org.mule.runtime.api.component.Component;
import org.mule.runtime.api.component.execution.ExecutableComponent;
import org.mule.runtime.api.component.execution.ExecutionResult;
import org.mule.runtime.api.component.location.ConfigurationComponentLocator;
import org.mule.runtime.api.event.Event;
import org.mule.runtime.api.lock.LockFactory;
import org.mule.runtime.api.message.Message;
import org.mule.runtime.api.store.ObjectStoreManager;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.flow.CallbackRunner;
import org.muletwilio.internal.callback.flow.CallbackRunnerFactory;
import org.muletwilio.internal.callback.flow.FlowDispatcher;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.callback.listener.CallbackListeners;
import org.muletwilio.internal.callback.listener.FakeServers;
import org.muletwilio.internal.callback.listener.ListenAddress;
import org.muletwilio.internal.callback.listener.ListenerSettings;
import org.muletwilio.internal.callback.reconciliation.StatusReconcilerFactory;
import org.muletwilio.internal.callback.reconciliation.StatusSources;
import org.muletwilio.internal.callback.signature.SignatureCheck;
import org.muletwilio.internal.callback.store.CallbackStores;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKey;
import org.muletwilio.internal.callback.trust.SigningKeys;
import org.muletwilio.internal.error.Problems;
import org.muletwilio.testkit.store.HookedObjectStore;
import org.muletwilio.testkit.store.MapObjectStore;
import org.muletwilio.testkit.store.StoreHook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** An endpoint with all that an application makes for it, over fakes of what Mule gives; there is one flow, status. */
final class EndpointFixture {

  static final String BASE_PATH = "/twilio/callbacks";
  static final Duration WINDOW = Duration.ofMinutes(10);
  static final ListenerSettings LISTENER = ListenerSettings.own(new ListenAddress("127.0.0.1", 8081), Optional.empty());

  final FakeServers servers = new FakeServers();
  final FakeSchedulers schedulers = new FakeSchedulers();
  final CallbackListeners listeners = new CallbackListeners();
  /** What object stores keep, by their names. */
  final Map<String, Map<String, String>> stores = new ConcurrentHashMap<>();
  /** Runs before each call of an object store. */
  volatile StoreHook storeHook = (operation, key) -> { };
  final AtomicInteger runs = new AtomicInteger();
  volatile CompletableFuture<ExecutionResult> flowEnd = CompletableFuture.completedFuture(ended());
  final CallbackEndpoint endpoint;
  final CallbackRunner runner;

  private EndpointFixture(DuplicateHandling duplicates, Optional<String> objectStore, boolean reconciles) throws Exception {
    Fakes.inject(listeners, "httpService", Fakes.of(HttpService.class, Map.of("getServerFactory", arguments -> servers)));
    listeners.initialise();
    ProcessingSettings processing = new ProcessingSettings(false, 2, 60_000, duplicates, WINDOW.toMillis(), objectStore,
        reconciles ? Optional.of(Duration.ofMinutes(15).toMillis()) : Optional.empty(), Duration.ofDays(3).toMillis());
    FlowDispatcher flows = new FlowDispatcher(locator());
    schedulers.ioRuns(task -> CompletableFuture.runAsync(task).join());
    CallbackRunnerFactory runners = new CallbackRunnerFactory();
    Fakes.inject(runners, "schedulers", schedulers.service());
    Fakes.inject(runners, "stores", objectStores());
    runner = runners.of("Twilio", processing, flows);
    StatusReconcilerFactory reconcilers = new StatusReconcilerFactory();
    Fakes.inject(reconcilers, "schedulers", schedulers.service());
    Fakes.inject(reconcilers, "stores", objectStores());
    Fakes.inject(reconcilers, "sources", new StatusSources());
    Fakes.inject(reconcilers, "listeners", listeners);
    SigningKeys keys = new SigningKeys(List.of(SigningKey.authToken(SECRET)), List.of());
    SignatureCheck signatures = new SignatureCheck(new AccountKeys(List.of(new RouteSecret(SECRET)), keys, Map.of()), true);
    EndpointSettings settings = new EndpointSettings(LISTENER, address(), BASE_PATH, 1024, processing);
    endpoint = new CallbackEndpoint("Twilio", settings, signatures, flows, runner, listeners, null, schedulers.service(),
                                    reconcilers.of("Twilio", processing, runner));
  }

  /**
   * @param objectStore the name of that for repeats, if there is one
   * @param reconciles whether a last status is looked up that does not come
   */
  static EndpointFixture of(DuplicateHandling duplicates, Optional<String> objectStore, boolean reconciles) {
    try {
      return new EndpointFixture(duplicates, objectStore, reconciles);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** @return a signed callback about a message */
  static Draft callback(String target, String status) {
    Draft draft = Draft.form("AccountSid", "AC1", "MessageSid", "SM1", "MessageStatus", status);
    draft.target = target;
    draft.signFormWith(SECRET);
    return draft;
  }

  /** @return the answers so far; more may come */
  List<HttpResponse> handle(Draft draft) {
    return servers.handle("8081" + BASE_PATH + "/Twilio/*", draft.request());
  }

  /** @return the end of a flow whose payload is nothing */
  static ExecutionResult ended() {
    Event event =
        Fakes.of(Event.class, Map.of("getMessage", arguments -> Message.of(null), "getVariables", arguments -> Map.of()));
    return Fakes.of(ExecutionResult.class, Map.of("getEvent", arguments -> event));
  }

  private static AddressSettings address() {
    return AddressSettings.of(new Problems(), Optional.of("mule.example.com"), Optional.of(443), "path", BASE_PATH, Tunnel.NONE,
                              Optional.empty()).get();
  }

  private CallbackStores objectStores() throws Exception {
    Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    CallbackStores ofMule = new CallbackStores();
    Fakes.inject(ofMule, "manager", Fakes.of(ObjectStoreManager.class, Map.of("getOrCreateObjectStore", arguments ->
        new HookedObjectStore<>(new MapObjectStore(stores.computeIfAbsent((String) arguments[0], name ->
            new ConcurrentHashMap<>())), (operation, key) -> storeHook.before(operation, key)))));
    Fakes.inject(ofMule, "registry", Fakes.of(Registry.class, Map.of("lookupByName", arguments -> Optional.empty())));
    Fakes.inject(ofMule, "locks", (LockFactory) name -> locks.computeIfAbsent(name, each -> new ReentrantLock()));
    return ofMule;
  }

  private ConfigurationComponentLocator locator() {
    ExecutableComponent flow = Fakes.of(ExecutableComponent.class, Map.of("execute", arguments -> {
      runs.incrementAndGet();
      return flowEnd;
    }), Component.class);
    return Fakes.of(ConfigurationComponentLocator.class, Map.of("findAllLocations", arguments -> List.of(), "find",
        arguments -> arguments[0].toString().equals("status") ? Optional.of(flow) : Optional.empty()));
  }
}
