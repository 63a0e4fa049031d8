package org.muletwilio.testkit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.server.HttpServer;
import org.mule.runtime.http.api.server.HttpServerConfiguration;
import org.mule.runtime.http.api.server.async.ResponseStatusCallback;

import org.muletwilio.testkit.load.KeptConnection;
import org.muletwilio.testkit.mule.EmbeddedServices;
import org.muletwilio.testkit.scheduler.ThreadKind;
import org.muletwilio.testkit.tool.FreePort;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server in a mode, whose handlers do the work of the test. */
abstract class HttpModesFixture {

  static final int WARM_UP = 30;

  int port;
  final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  final List<Optional<ThreadKind>> kinds = new CopyOnWriteArrayList<>();

  /** What a handler does with its request before it answers. */
  interface Work {

    void with(HttpRequest request) throws Exception;
  }

  /** Lets a server of this mode serve requests that do nothing, so that it is warm, and then some that do this work. */
  void serve(HttpMode mode, Work work, int requests, String headers) throws Exception {
    try (EmbeddedServices services = EmbeddedServices.start("modes", mode)) {
      HttpServer server = server(services).start();
      List<Boolean> warm = new CopyOnWriteArrayList<>();
      handle(server, request -> {
        if (!warm.isEmpty()) {
          work.with(request);
        }
      });
      for (int i = 0; i < WARM_UP; i++) {
        send("");
      }
      warm.add(true);
      for (int i = 0; i < requests; i++) {
        send(headers);
      }
      server.stop();
      server.dispose();
    }
  }

  /** On a port of its own each time: one that was just given back may be taken for a moment. */
  HttpServer server(EmbeddedServices services) throws Exception {
    port = FreePort.find();
    return services.httpService().getServerFactory().create(new HttpServerConfiguration.Builder().setName("modes")
        .setHost("127.0.0.1").setPort(port).setSchedulerSupplier(services.schedulerService()::ioScheduler).build());
  }

  static void handle(HttpServer server, Work work) {
    server.addRequestHandler(List.of("POST"), "/*", (context, response) -> {
      try {
        work.with(context.getRequest());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      response.responseReady(HttpResponse.builder().statusCode(204).entity(new EmptyHttpEntity()).addHeader("Connection", "close")
          .build(), new ResponseStatusCallback() {

            @Override
            public void responseSendFailure(Throwable failure) {
              // the test has ended
            }

            @Override
            public void responseSendSuccessfully() {
              // as it should be
            }
          });
    }).start();
  }

  void send(String headers) throws IOException {
    try (KeptConnection connection = new KeptConnection(port)) {
      String request = new String(KeptConnection.post("/x", "", "MessageSid=SM1&MessageStatus=delivered"), US_ASCII);
      assertEquals(204, connection.send(request.replace("Host: x\r\n", "Host: x\r\n" + headers).getBytes(US_ASCII)));
    }
  }

  /** Takes so much of the processor, however busy the machine is. */
  static void work(long millis) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (long end = threads.getCurrentThreadCpuTime() + MILLISECONDS.toNanos(millis); threads.getCurrentThreadCpuTime() < end;) {
      Thread.onSpinWait();
    }
  }
}
