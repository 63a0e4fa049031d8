package org.muletwilio.internal.callback;

import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.mule.runtime.api.scheduler.Scheduler;
import org.mule.runtime.api.scheduler.SchedulerService;
import org.mule.runtime.http.api.HttpConstants;
import org.mule.runtime.http.api.HttpService;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerFactory;
import org.mule.runtime.http.api.server.RequestHandlerManager;
import org.mule.runtime.http.api.server.ServerAddress;

import org.muletwilio.api.parameter.DuplicateHandling;
import org.muletwilio.api.parameter.Tunnel;
import org.muletwilio.internal.callback.address.AddressSettings;
import org.muletwilio.internal.callback.flow.ProcessingSettings;
import org.muletwilio.internal.callback.listener.CallbackListeners;
import org.muletwilio.internal.callback.listener.ListenAddress;
import org.muletwilio.internal.callback.listener.ListenerSettings;
import org.muletwilio.internal.callback.signature.SignatureCheck;
import org.muletwilio.internal.callback.trust.AccountKeys;
import org.muletwilio.internal.callback.trust.RouteSecret;
import org.muletwilio.internal.callback.trust.SigningKeys;
import org.muletwilio.internal.error.Problems;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever step of a start or a stop fails, nothing stays open behind it: neither a port nor a thread. */
class EndpointLifecycleTest {

  private final List<String> calls = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private final CallbackEndpoint endpoint = endpoint();

  EndpointLifecycleTest() throws Exception {}

  @ParameterizedTest
  @ValueSource(strings = {"ioScheduler", "cpuLightScheduler", "addRequestHandler", "start handler"})
  void aStartThatFailsLeavesNothingOpenAndTheNextOneSucceeds(String step) throws Exception {
    broken.add(step);
    assertThrows(Exception.class, endpoint::open);
    assertEquals(opened(), closed(), calls.toString());
    broken.clear();
    calls.clear();
    endpoint.open();
    assertEquals(Set.of("server", "io", "cpuLight"), new HashSet<>(opened()));
    endpoint.close();
    assertEquals(opened(), closed(), calls.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop server", "dispose server", "stop io", "dispose handler"})
  void aStopThatFailsLeavesNothingElseOpen(String step) throws Exception {
    endpoint.open();
    broken.add(step);
    assertThrows(IllegalStateException.class, endpoint::close);
    for (String each : List.of("stop server", "dispose server", "stop io", "stop cpuLight", "dispose handler")) {
      assertEquals(1, calls.stream().filter(each::equals).count(), each + ": " + calls);
    }
    endpoint.close();
  }

  @Test
  void aStoppedEndpointStaysSo() throws Exception {
    endpoint.close();
    assertEquals("config 'Twilio' has stopped", assertThrows(Exception.class, endpoint::open).getMessage());
    assertEquals(List.of(), calls);
  }

  private List<String> opened() {
    return names("open ");
  }

  private List<String> closed() {
    return names("stop ");
  }

  private List<String> names(String what) {
    List<String> names = new ArrayList<>();
    calls.stream().filter(call -> call.startsWith(what)).map(call -> call.substring(what.length())).sorted().forEach(names::add);
    return names;
  }

  private Object call(String name) {
    calls.add(name);
    fail(name);
    return null;
  }

  private void fail(String name) {
    if (broken.contains(name)) {
      throw new IllegalStateException(name + " fails on purpose");
    }
  }

  private CallbackEndpoint endpoint() throws Exception {
    ProcessingSettings processing = new ProcessingSettings(false, 1, 1000, DuplicateHandling.PASS, 1000, Optional.empty(),
        Optional.empty(), 0);
    EndpointSettings settings =
        new EndpointSettings(ListenerSettings.own(new ListenAddress("127.0.0.1", 8081), Optional.empty()),
                             AddressSettings.of(new Problems(), Optional.of("example.com"), Optional.of(443), "path", "/twilio",
                                                 Tunnel.NONE, Optional.empty()).get(),
                             "/twilio", 1024, processing);
    AccountKeys keys = new AccountKeys(singletonList(new RouteSecret("12345")), SigningKeys.NONE, emptyMap());
    return new CallbackEndpoint("Twilio", settings, new SignatureCheck(keys, true), null, null, listeners(), null, schedulers(),
                                Optional.empty());
  }

  private SchedulerService schedulers() {
    return Fakes.of(SchedulerService.class, Map.of("ioScheduler", arguments -> scheduler("io"),
        "cpuLightScheduler", arguments -> scheduler("cpuLight")));
  }

  private Scheduler scheduler(String name) {
    fail(name + "Scheduler");
    calls.add("open " + name);
    return Fakes.of(Scheduler.class, Map.of("stop", arguments -> call("stop " + name)));
  }

  private CallbackListeners listeners() throws Exception {
    RequestHandlerManager manager = Fakes.of(RequestHandlerManager.class,
        Map.of("start", arguments -> call("start handler"), "dispose", arguments -> call("dispose handler")));
    ServerAddress address = Fakes.of(ServerAddress.class, Map.of("getPort", arguments -> 8081));
    HttpServer server = Fakes.of(HttpServer.class, Map.of("getServerAddress", arguments -> address,
        "getProtocol", arguments -> HttpConstants.Protocol.HTTP, "addRequestHandler", arguments -> {
          call("addRequestHandler");
          return manager;
        }, "stop", arguments -> call("stop server"), "dispose", arguments -> call("dispose server")));
    HttpServerFactory factory = Fakes.of(HttpServerFactory.class, Map.of("create", arguments -> {
      calls.add("open server");
      return server;
    }));
    CallbackListeners listeners = new CallbackListeners();
    Field service = CallbackListeners.class.getDeclaredField("httpService");
    service.setAccessible(true);
    service.set(listeners, Fakes.of(HttpService.class, Map.of("getServerFactory", arguments -> factory)));
    listeners.initialise();
    return listeners;
  }
}
