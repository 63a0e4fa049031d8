package org.muletwilio.internal.callback;

import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.entity.EmptyHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.domain.message.response.HttpResponseBuilder;
import org.mule.runtime.http.api.server.async.HttpResponseReadyCallback;
import org.mule.runtime.http.api.server.async.ResponseStatusCallback;

import org.muletwilio.internal.callback.codec.SafeLogger;
import org.muletwilio.internal.callback.content.CallbackAnswer;

/** Sends answers over HTTP. */
final class HttpAnswers {

  private static final SafeLogger LOGGER = SafeLogger.of(HttpAnswers.class);

  private HttpAnswers() {}

  /**
   * @param answer what to send
   * @param closes whether the connection is of no more use, since a part of the request may still be on its way
   * @param response sends it
   */
  static void send(CallbackAnswer answer, boolean closes, HttpResponseReadyCallback response) {
    HttpResponseBuilder builder = HttpResponse.builder().statusCode(answer.getStatus()).entity(new EmptyHttpEntity());
    answer.getBody().ifPresent(body -> builder.entity(new ByteArrayHttpEntity(body.getBytes()))
        .addHeader("Content-Type", body.getContentType()));
    answer.getHeaders().forEach(builder::addHeader);
    if (closes) {
      builder.addHeader("Connection", "close");
    }
    response.responseReady(builder.build(), new ResponseStatusCallback() {

      @Override
      public void responseSendFailure(Throwable failure) {
        LOGGER.debug("Twilio did not wait for the answer to a callback: {}", failure.toString());
      }

      @Override
      public void responseSendSuccessfully() {
        // nothing is left to do
      }
    });
  }
}
