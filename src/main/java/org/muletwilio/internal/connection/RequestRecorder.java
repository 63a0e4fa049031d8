package org.muletwilio.internal.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;

import com.twilio.http.Request;
import com.twilio.http.Response;
import org.apache.hc.core5.http.Header;

/** Records the request that the SDK would send, and sends nothing. */
final class RequestRecorder extends SendingOnceClient {

  /** The shortest answer that the SDK takes; it makes nothing of it. */
  private static final byte[] NOTHING = "null".getBytes(US_ASCII);
  private static final Header[] NO_HEADERS = {};

  private Request request;

  /** @return what the SDK would have sent last */
  Request getRequest() {
    if (request == null) {
      throw new IllegalStateException("The Twilio SDK sent nothing");
    }
    return request;
  }

  @Override
  public Response makeRequest(Request next) {
    request = next;
    return new Response(new ByteArrayInputStream(NOTHING), 200, NO_HEADERS);
  }
}
