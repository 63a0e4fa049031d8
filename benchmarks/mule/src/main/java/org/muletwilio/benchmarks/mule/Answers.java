package org.muletwilio.benchmarks.mule;

import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;
import org.mule.runtime.http.api.server.async.ResponseStatusCallback;

/** Answers without a body. */
final class Answers {

  private static final ResponseStatusCallback NOTHING_TO_DO = new ResponseStatusCallback() {

    @Override
    public void responseSendFailure(Throwable failure) {
      // the generator counts what it doesn't get
    }

    @Override
    public void responseSendSuccessfully() {
      // nothing is left to do
    }
  };

  private Answers() {}

  static void send(int status, HttpResponseReadyCallback response) {
    response.responseReady(HttpResponse.builder().statusCode(status).entity(new EmptyHttpEntity()).build(), NOTHING_TO_DO);
  }
}
