package org.muletwilio.internal.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.twilio.auth_strategy.NoAuthStrategy;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import org.junit.jupiter.api.Test;

class FormRequestTest {

  private static final String ACCOUNTS = "https://api.twilio.com/2010-04-01/Accounts/";

  @Test
  void whatIsGivenIsSentAndWhatIsNullIsNot() {
    Request sent = sent(FormRequest.to("Calls").with("To", "+1").with("Record", true).with("Timeout", 60).with("From", null)
        .with("Url", Optional.of(URI.create("https://a.example/x?y=1&z"))).with("FallbackUrl", Optional.empty())
        .with("StatusCallbackEvent", List.of("ringing", "answered")).with("MediaUrl", List.of())
        .with("VoiceUrl", "").with("Body", "null").with("Label", "5 % & more\n"));
    assertEquals(HttpMethod.POST, sent.getMethod());
    assertEquals(ACCOUNTS + "AC1/Calls.json", sent.getUrl());
    assertEquals(Set.of("To=%2B1", "Record=true", "Timeout=60", "Url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1%26z",
                        "StatusCallbackEvent=ringing", "StatusCallbackEvent=answered", "VoiceUrl=", "Body=null",
                        "Label=5+%25+%26+more%0A"), Set.of(sent.encodeFormBody().split("&")));
  }

  @Test
  void eachPartOfThePathIsOneSegment() {
    assertEquals(ACCOUNTS + "AC1/Conferences/a%2F..%2Fb%3F%23%20%25/Participants.json",
                 sent(FormRequest.to("Conferences", "a/../b?# %", "Participants")).getUrl());
  }

  @Test
  void theResourceIsReadFromTheAnswer() {
    assertEquals("null", FormRequest.to("Calls").creating((answer, mapper) -> new BufferedReader(new InputStreamReader(answer))
        .lines().findFirst().get())
        .apply(client(new Recorder())));
  }

  private static Request sent(FormRequest request) {
    Recorder recorder = new Recorder();
    request.creating((answer, mapper) -> "read").apply(client(recorder));
    assertEquals(recorder.request.getUrl(), request.toSdk("AC1").getUrl());
    assertEquals(recorder.request.encodeFormBody(), request.toSdk("AC1").encodeFormBody());
    return recorder.request;
  }

  private static TwilioRestClient client(Recorder recorder) {
    return new TwilioRestClient.Builder(NoAuthStrategy.getInstance()).accountSid("AC1").httpClient(recorder).build();
  }

  private static final class Recorder extends HttpClient {

    private Request request;

    @Override
    public Response reliableRequest(Request next, int[] retryCodes, int retries, long delayMillis) {
      return makeRequest(next);
    }

    @Override
    public Response makeRequest(Request next) {
      request = next;
      return new Response("null", 200);
    }
  }
}
