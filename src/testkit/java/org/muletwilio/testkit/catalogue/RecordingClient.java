package org.muletwilio.testkit.catalogue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import org.apache.hc.core5.http.Header;

/** Sends nothing, and keeps what the SDK would have sent. Not thread-safe. */
final class RecordingClient {

  /** What stands where the account's SID goes. */
  static final String ACCOUNT = "~AccountSid~";

  private final TwilioRestClient client =
      new TwilioRestClient.Builder("user", "password").accountSid(ACCOUNT).httpClient(new Recorder()).build();
  private Request last;

  /**
   * @param operation a creator, fetcher, reader, updater or deleter
   * @return its request
   */
  Request requestOf(Object operation) {
    last = null;
    Throwable failure = null;
    try {
      operation.getClass().getMethod(SdkAction.of(operation.getClass()).getMethod(), TwilioRestClient.class)
          .invoke(operation, client);
    } catch (InvocationTargetException e) {
      // the SDK can't read the empty answer
      failure = e.getCause();
    } catch (ReflectiveOperationException e) {
      failure = e;
    }
    if (last == null) {
      throw new IllegalStateException(operation.getClass().getName() + " sends nothing", failure);
    }
    return last;
  }

  private final class Recorder extends HttpClient {

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
      return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
      last = request;
      return new Response(new ByteArrayInputStream("null".getBytes(US_ASCII)), 200, new Header[0]);
    }
  }
}
