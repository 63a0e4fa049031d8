package org.muletwilio.benchmarks.mule;

import org.mule.runtime.api.message.Message;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;
import org.mule.runtime.http.api.server.RequestHandler;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;

/** Runs the flow whatever comes: what Mule itself costs. */
final class FlowHandler implements RequestHandler {

  private final NamedFlow flow;

  FlowHandler(NamedFlow flow) {
    this.flow = flow;
  }

  @Override
  public void handleRequest(HttpRequestContext context, HttpResponseReadyCallback response) {
    flow.run(Message.of("callback")).thenAccept(status -> Answers.send(status, response));
  }
}
