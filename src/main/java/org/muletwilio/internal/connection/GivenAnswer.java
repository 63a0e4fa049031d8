package org.muletwilio.internal.connection;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;

/** Sends nothing: gives the SDK an answer that is there already. */
final class GivenAnswer extends HttpClient {

  private final Response answer;

  GivenAnswer(Response answer) {
    this.answer = answer;
  }

  @Override
  public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
    return answer;
  }

  @Override
  public Response makeRequest(Request request) {
    return answer;
  }
}
