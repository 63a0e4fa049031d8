package org.muletwilio.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;

/** Twilio's SDK, led to a simulator. Sends each request once. */
public final class SdkClient extends HttpClient {

  private final java.net.http.HttpClient http =
      java.net.http.HttpClient.newBuilder().version(java.net.http.HttpClient.Version.HTTP_1_1).build();
  private final String baseUri;
  private volatile HttpResponse<String> last;

  private SdkClient(String baseUri) {
    this.baseUri = baseUri;
  }

  public static TwilioRestClient of(TwilioSimulator simulator) {
    return of(simulator, TwilioSimulator.DEFAULT_ACCOUNT_SID, TwilioSimulator.DEFAULT_AUTH_TOKEN);
  }

  public static TwilioRestClient of(TwilioSimulator simulator, String user, String password) {
    return new TwilioRestClient.Builder(user, password).accountSid(simulator.accountSid())
        .httpClient(new SdkClient(simulator.baseUri())).build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    String url = baseUri + request.constructURL().getFile();
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url)).header("Authorization", request.getAuthString())
        .header("X-Forwarded-Host", request.constructURL().getHost());
    request.getHeaderParams().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    if (request.getMethod() == com.twilio.http.HttpMethod.POST) {
      boolean json = request.getBody() != null;
      builder.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(json ? request.getBody() : request.encodeFormBody()));
    } else {
      builder.method(request.getMethod().toString(), BodyPublishers.noBody());
    }
    try {
      HttpResponse<String> response = http.send(builder.build(), BodyHandlers.ofString());
      last = response;
      return new Response(response.body(), response.statusCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A header of the last answer. */
  String header(String name) {
    return last.headers().firstValue(name).orElse("");
  }
}
