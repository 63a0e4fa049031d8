package org.muletwilio.functional.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muletwilio.functional.support.TestApplication.SOON;
import static org.muletwilio.functional.support.TestApplication.application;
import static org.muletwilio.functional.support.TestApplication.config;
import static org.muletwilio.testkit.http.BadServer.answering;
import static org.muletwilio.testkit.http.BadServer.endlessAfter;
import static org.muletwilio.testkit.http.BadServer.head;
import static org.muletwilio.testkit.http.BadServer.trickleAfter;

import org.muletwilio.testkit.http.BadServer;
import org.muletwilio.testkit.mule.EmbeddedMule;
import org.muletwilio.testkit.mule.FlowFailedException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Answers that go on after they are given up. Mule's HTTP client has no way to end their connections, which last as long as the
 * server sends; what is the connector's is free for others.
 */
class AbandonedAnswersTest {

  private static final String GOOD = "{\"sid\":\"SM1\",\"status\":\"queued\"}";
  private static final int SENDS = 5;

  /** How an answer goes on after it was given up. */
  enum Answer {
    TRICKLES(trickleAfter(head(201, 100_000) + "{", " ")),
    TRICKLES_WITHOUT_A_LENGTH(trickleAfter("HTTP/1.1 201 Created\r\n\r\n{", " ")),
    TRICKLES_IN_CHUNKS(trickleAfter("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")),
    TRICKLES_IN_ITS_HEAD(trickleAfter("HTTP/1.1 201 Created\r\n", "X: y\r\n")),
    IS_ENDLESS(endlessAfter("HTTP/1.1 201 Created\r\n\r\n{", " ".repeat(10_000))),
    IS_ENDLESS_IN_CHUNKS(endlessAfter("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n",
        "1000\r\n" + " ".repeat(0x1000) + "\r\n")),
    IS_ENDLESS_IN_ITS_HEAD(endlessAfter("HTTP/1.1 201 Created\r\n", "X: " + "y".repeat(1000) + "\r\n"));

    private final BadServer.Behaviour behaviour;

    Answer(BadServer.Behaviour behaviour) {
      this.behaviour = behaviour;
    }
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void holdsNothingOfTheConnectors(Answer answer) throws Exception {
    AtomicInteger creates = new AtomicInteger();
    BadServer.Behaviour good = answering(201, GOOD);
    BadServer.Behaviour server = (request, client) -> (request.startsWith("POST") && creates.getAndIncrement() < SENDS
        ? answer.behaviour
        : good).serve(request, client);
    try (BadServer twilio = BadServer.start(server); EmbeddedMule mule = start(twilio.baseUri())) {
      for (int i = 0; i < SENDS; i++) {
        assertThrows(FlowFailedException.class, () -> mule.run("send", ""));
      }
      assertTrue(mule.run("send", "").payload().toString().contains("SM1"), "the only connection is free");
      for (long end = System.nanoTime() + SOON.toNanos(); !readers().isEmpty() && System.nanoTime() < end;) {
        Thread.sleep(20);
      }
      assertEquals(List.of(), readers(), "threads that still read");
    }
  }

  private static EmbeddedMule start(String baseUri) {
    return application(config("Twilio", baseUri, "").replace("baseUri=", "responseTimeout='1' maxConnections='1' baseUri=")
        + "<flow name='send'><twilio:send-message config-ref='Twilio' to='+15551234567' from='+15005550006' body='x'/></flow>")
        .start();
  }

  /** @return the threads that read answers */
  private static List<String> readers() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> List.of(each.getValue()).stream().anyMatch(frame -> frame.getClassName().endsWith("http.AnswerBody")))
        .map(each -> each.getKey().getName()).toList();
  }
}
