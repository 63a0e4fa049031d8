package org.muletwilio.benchmarks.mule;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;

import java.io.IOException;
import java.io.InputStream;

/** Runs the flow whatever comes: what Mule itself costs. */
final class FlowHandler implements RequestHandler {

  private final NamedFlow flow;
  private final boolean readsBody;

  FlowHandler(NamedFlow flow, boolean readsBody) {
    this.flow = flow;
    this.readsBody = readsBody;
  }

  @Override
  public void handleRequest(HttpRequestContext context, HttpResponseReadyCallback response) {
    try {
      flow.run(Message.of(readsBody ? bodyOf(context) : "callback")).thenAccept(status -> Answers.send(status, response));
    } catch (IOException e) {
      Answers.send(400, response);
    }
  }

  private static byte[] bodyOf(HttpRequestContext context) throws IOException {
    try (InputStream content = context.getRequest().getEntity().getContent()) {
      return content.readAllBytes();
    }
  }
}
