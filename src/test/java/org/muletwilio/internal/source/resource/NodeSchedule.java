package org.muletwilio.internal.source.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.client.auth.HttpAuthentication;
import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.internal.connection.TestConnection;
import org.muletwilio.internal.connection.TwilioConnection;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Runs nodes that ask Twilio side by side, and lets their requests through in an order that the test says. */
final class NodeSchedule {

  private final Function<HttpRequest, FakeEventStreams.Answer> twilio;

  NodeSchedule(Function<HttpRequest, FakeEventStreams.Answer> twilio) {
    this.twilio = twilio;
  }

  /**
   * @param works what each node does, on a thread of its own
   * @param switches after how many requests of all nodes the turn goes to the next node that still runs
   */
  void run(List<Consumer<TwilioConnection>> works, List<Integer> switches) throws Exception {
    List<Node> nodes = works.stream().map(Node::start).toList();
    for (Node node : nodes) {
      node.await();
    }
    int turn = 0;
    int requests = 0;
    while (nodes.stream().anyMatch(node -> !node.isOver())) {
      if (switches.contains(requests) || nodes.get(turn).isOver()) {
        turn = next(nodes, turn);
      }
      nodes.get(turn).step(twilio);
      requests++;
    }
    for (Node node : nodes) {
      node.end.get(10, SECONDS);
    }
  }

  private static int next(List<Node> nodes, int turn) {
    return IntStream.rangeClosed(1, nodes.size()).map(i -> (turn + i) % nodes.size())
        .filter(i -> !nodes.get(i).isOver()).findFirst().orElse(turn);
  }

  private static final class Node implements HttpClient {

    private record Waiting(HttpRequest request, CompletableFuture<HttpResponse> response) {}

    private static final Waiting OVER = new Waiting(null, null);

    private final BlockingQueue<Waiting> asked = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Waiting waiting;

    static Node start(Consumer<TwilioConnection> work) {
      Node node = new Node();
      Thread thread = new Thread(() -> {
        try {
          work.accept(TestConnection.over(node));
          node.end.complete(null);
        } catch (RuntimeException | Error e) {
          node.end.completeExceptionally(e);
        }
        node.asked.add(OVER);
      });
      thread.setDaemon(true);
      thread.start();
      return node;
    }

    boolean isOver() {
      return waiting == OVER;
    }

    void await() throws InterruptedException {
      waiting = asked.poll(30, SECONDS);
      if (waiting == null) {
        throw new AssertionError("the node neither asks nor ends");
      }
    }

    void step(Function<HttpRequest, FakeEventStreams.Answer> twilio) throws InterruptedException {
      FakeEventStreams.Answer answer = twilio.apply(waiting.request);
      waiting.response.complete(HttpResponse.builder().statusCode(answer.status())
          .entity(new ByteArrayHttpEntity(answer.body().getBytes(UTF_8))).build());
      await();
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, int timeout, boolean followRedirects,
                                                     HttpAuthentication authentication) {
      CompletableFuture<HttpResponse> response = new CompletableFuture<>();
      asked.add(new Waiting(request, response));
      return response;
    }

    @Override
    public HttpResponse send(HttpRequest request, int timeout, boolean followRedirects, HttpAuthentication authentication) {
      throw new AssertionError("no thread waits in the client");
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
  }
}
