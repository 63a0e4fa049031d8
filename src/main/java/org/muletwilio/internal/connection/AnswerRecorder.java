package org.muletwilio.internal.connection;

import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.connection.http.MuleHttpClient;

import java.io.ByteArrayInputStream;
import java.util.Optional;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import org.apache.hc.core5.http.Header;

/** Sends the requests of one of the SDK's creators, fetchers … and keeps the last answer as it came. For one call. */
final class AnswerRecorder extends SendingOnceClient {

  /** The SDK needs an array when it logs at debug level. */
  private static final Header[] NO_HEADERS = {};

  private final MuleHttpClient http;
  private Request request;
  private HttpAnswer answer;

  AnswerRecorder(MuleHttpClient http) {
    this.http = http;
  }

  @Override
  public Response makeRequest(Request next) {
    request = next;
    answer = null;
    answer = http.send(next);
    return new Response(new ByteArrayInputStream(answer.getBody()), answer.getStatus(), NO_HEADERS);
  }

  HttpMethod getMethod() {
    return request.getMethod();
  }

  /** @return what Twilio answered last, or empty where the SDK sent nothing or there was no answer */
  Optional<HttpAnswer> getAnswer() {
    return Optional.ofNullable(answer);
  }
}
