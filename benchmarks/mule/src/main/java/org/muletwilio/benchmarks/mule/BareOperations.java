package org.muletwilio.benchmarks.mule;

import static org.mule.runtime.extension.api.annotation.param.MediaType.APPLICATION_JSON;

import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.runtime.operation.Result;
import org.mule.runtime.extension.api.runtime.process.CompletionCallback;

import javax.inject.Inject;

/** Sends the request whole, which needs no parameter. */
public class BareOperations {

  @Inject
  private BareRequest request;

  /** No thread waits for the answer, as with the connector's operation. */
  @MediaType(APPLICATION_JSON)
  public void send(CompletionCallback<byte[], Void> completion) {
    request.sendAsync().whenComplete((answer, failure) -> {
      if (failure == null) {
        completion.success(Result.<byte[], Void>builder().output(answer).build());
      } else {
        completion.error(failure);
      }
    });
  }
}
