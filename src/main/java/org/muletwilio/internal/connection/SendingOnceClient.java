package org.muletwilio.internal.connection;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;

/** A client of the SDK that never repeats a request: the sender behind it decides that. */
abstract class SendingOnceClient extends HttpClient {

  @Override
  public final Response reliableRequest(Request next, int[] retryCodes, int retries, long delayMillis) {
    return makeRequest(next);
  }
}
