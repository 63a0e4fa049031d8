package org.muletwilio.functional.outbound;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.ACCOUNT;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.TOKEN;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.freePort;
import static org.muletwilio.testkit.http.BadServer.answering;
import static org.muletwilio.testkit.http.BadServer.cutAfter;

import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.log.ExpectedErrors;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;
import org.muletwilio.testkit.tool.TestCertificate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may have been done is another error than what was certainly not, whatever the network does; and what Mule runs again. */
class UnknownOutcomeTest {

  private static final int FLOWS_THAT_TRY = 6;
  private static final String MESSAGE = AnswerFailure.Whole.MESSAGE;
  private static final String FLOWS = "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' "
      + "from='+15005550006' body='x'/></flow>"
      + "<flow name='get'><twilio:get-message config-ref='Twilio' messageSid='SM00000000000000000000000000000001'/></flow>"
      + "<flow name='add'><twilio:create-application config-ref='Twilio' friendlyName='x'/></flow>"
      + "<flow name='careful'><until-successful maxRetries='200' millisBetweenRetries='50'><try>"
      + "<flow-ref name='send'/><error-handler><on-error-continue type='TWILIO:UNKNOWN_OUTCOME'>"
      + "<set-payload value='look it up'/></on-error-continue></error-handler></try></until-successful></flow>";

  @ParameterizedTest
  @EnumSource(AnswerFailure.class)
  void whatMayHaveBeenDoneIsNeverDoneAgain(AnswerFailure failure) throws Exception {
    try (BadServer twilio = BadServer.start(creates(failure.behaviour)); EmbeddedMule mule = start(twilio.baseUri(), "")) {
      for (String flow : List.of("send", "add")) {
        FlowFailedException error = assertThrows(FlowFailedException.class, () -> mule.run(flow, ""));
        assertTrue(List.of("TWILIO:UNKNOWN_OUTCOME", "TWILIO:TIMEOUT", "TWILIO:SERVER_ERROR", "TWILIO:SERVICE_UNAVAILABLE")
            .contains(error.errorType()), error.toString());
      }
      assertEquals(2, twilio.count("POST"), "one request for each create");
      assertEquals("look it up", mule.run("careful", "").payload());
      assertEquals(3, twilio.count("POST"), "until-successful tries no more, since the parent type is caught");
    }
  }

  @Test
  void whatWasCertainlyNotDoneIsSafeToTryAgain(@TempDir Path folder) throws Exception {
    TestCertificate certificate = TestCertificate.make(folder, "localhost");
    try (BadServer tls = BadServer.start(certificate.serving().getServerSocketFactory(), answering(201, MESSAGE));
        ServerSocket plain = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      List<Socket> fill = fill(full);
      Thread speaksPlainly = new Thread(() -> answerPlainly(plain), "server-without-tls");
      speaksPlainly.setDaemon(true);
      speaksPlainly.start();
      for (String baseUri : List.of("http://127.0.0.1:" + freePort(), "http://no-such-host.invalid",
          "https://localhost:" + tls.port(),
          "https://127.0.0.1:" + plain.getLocalPort(), "http://127.0.0.1:" + full.getLocalPort())) {
        try (EmbeddedMule mule = start(baseUri, "responseTimeout='20' connectTimeout='1'")) {
          for (String flow : List.of("send", "add", "get")) {
            FlowFailedException error = assertThrows(FlowFailedException.class, () -> mule.run(flow, ""));
            assertEquals("TWILIO:CONNECTIVITY", error.errorType(), baseUri + " " + error);
            assertTrue(error.description().contains("nothing was sent"), error.description());
          }
        }
      }
      assertEquals(List.of(), tls.requests());
      for (Socket each : fill) {
        each.close();
      }
    }
  }

  /** Several flows, since the retries of Mule 4.1.1 end now and then without a word, whatever is in them. */
  @Test
  // Mule's own, of those flows that still try when the application stops
  @ExpectedErrors({"Unexpected state. Error handler should be invoked", "Unhandled exception in Flow"})
  void untilSuccessfulSendsOnceTwilioIsBack() throws Exception {
    int port = freePort();
    ExecutorService callers = Executors.newFixedThreadPool(FLOWS_THAT_TRY);
    try (EmbeddedMule mule = start("http://127.0.0.1:" + port, "")) {
      List<CompletableFuture<Object>> sent = IntStream.range(0, FLOWS_THAT_TRY)
          .mapToObj(each -> CompletableFuture.supplyAsync(() -> mule.run("careful", "").payload(), callers)).toList();
      mule.awaitRun("send", run -> mule.runs("send").size() >= FLOWS_THAT_TRY, SOON);
      try (BadServer twilio = BadServer.start(new ServerSocketOn(port), answering(201, MESSAGE))) {
        Object first = CompletableFuture.anyOf(sent.toArray(new CompletableFuture<?>[0])).get(20, SECONDS);
        assertTrue(first.toString().contains("SM1"), first.toString());
        assertTrue(twilio.count("POST") <= FLOWS_THAT_TRY, "one request for each flow");
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void readsAreRunAgainAsTheReconnectionSaysAndCreatesAreNot() throws Exception {
    try (BadServer twilio = BadServer.start(BadServer.first(7, cutAfter(""), answering(200, MESSAGE)));
        EmbeddedMule mule = application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT
            + "' authToken='" + TOKEN
            + "' baseUri='" + twilio.baseUri() + "'><reconnection><reconnect frequency='50' count='5'/></reconnection>"
            + "</twilio:connection></twilio:config>" + FLOWS).start()) {
      FlowFailedException error = assertThrows(FlowFailedException.class, () -> mule.run("send", ""));
      assertEquals("TWILIO:UNKNOWN_OUTCOME", error.errorType());
      assertEquals(1, twilio.count("POST"));
      assertTrue(mule.run("get", "").payload().toString().contains("SM1"));
      assertEquals(1, twilio.count("POST"));
    }
    try (EmbeddedMule mule = start("http://127.0.0.1:" + freePort(), "")) {
      assertEquals("TWILIO:CONNECTIVITY", assertThrows(FlowFailedException.class, () -> mule.run("get", "")).errorType());
    }
  }

  @Test
  void theSidOfWhatWasMadeIsInTheError() throws Exception {
    String sid = "SM" + "7".repeat(32);
    try (BadServer twilio = BadServer.start(creates(answering(201, "{\"sid\":\"" + sid + "\",\"body\":\"secret words\"")));
        EmbeddedMule mule = start(twilio.baseUri(), "")) {
      FlowFailedException error = assertThrows(FlowFailedException.class, () -> mule.run("send", ""));
      assertTrue(error.description().contains(sid + " was made"), error.description());
      assertFalse(error.toString().contains("secret words"), error.toString());
    }
  }

  /** Answers what the start asks for, and creates as told. */
  private static BadServer.Behaviour creates(BadServer.Behaviour behaviour) {
    BadServer.Behaviour account = answering(200, "{\"sid\":\"" + ACCOUNT + "\"}");
    return (request, client) -> (request.startsWith("POST") ? behaviour : account).serve(request, client);
  }

  private static EmbeddedMule start(String baseUri, String attributes) {
    return application("<twilio:config name='Twilio'><twilio:connection accountSid='" + ACCOUNT + "' authToken='" + TOKEN
        + "' baseUri='" + baseUri + "' " + (attributes.isEmpty() ? "responseTimeout='1'" : attributes) + "/></twilio:config>"
        + FLOWS).start();
  }

  /** Answers the first byte of each connection as a server without TLS answers a handshake. */
  private static void answerPlainly(ServerSocket server) {
    try {
      while (true) {
        try (Socket client = server.accept()) {
          client.getInputStream().read();
          BadServer.write(client, "HTTP/1.1 400 Bad Request\r\n\r\n");
        }
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  /** Fills the queue of a server that accepts nobody, so that further connections get no answer. */
  private static List<Socket> fill(ServerSocket server) {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Socket socket = new Socket();
      sockets.add(socket);
      try {
        socket.connect(server.getLocalSocketAddress(), 200);
      } catch (IOException e) {
        // full
      }
    }
    return sockets;
  }

  /** Makes sockets that listen on one port, whatever is asked for. */
  private static final class ServerSocketOn extends ServerSocketFactory {

    private final int port;

    ServerSocketOn(int port) {
      this.port = port;
    }

    @Override
    public ServerSocket createServerSocket(int any) throws IOException {
      return new ServerSocket(port);
    }

    @Override
    public ServerSocket createServerSocket(int any, int backlog) throws IOException {
      return new ServerSocket(port, backlog);
    }

    @Override
    public ServerSocket createServerSocket(int any, int backlog, InetAddress address) throws IOException {
      return new ServerSocket(port, backlog, address);
    }
  }
}
