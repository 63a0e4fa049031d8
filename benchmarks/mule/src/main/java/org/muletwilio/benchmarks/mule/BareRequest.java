package org.muletwilio.benchmarks.mule;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.http.api.client.HttpClient;
import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.benchmarks.outbound.Senders;
import org.muletwilio.benchmarks.server.Account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** The request for a message, by Mule's HTTP client and nothing else. */
public final class BareRequest {

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final String LOGIN =
      "Basic " + Base64.getEncoder().encodeToString((Account.SID + ":" + Account.AUTH_TOKEN).getBytes(UTF_8));

  private final HttpClient client;
  private final String uri;
  private final byte[] body = ("To=" + encoded(Senders.TO) + "&From=" + encoded(Senders.FROM) + "&Body=" + encoded(Senders.BODY)
      + "&StatusCallback=" + encoded(Account.PUBLIC_ORIGIN + Account.PATH)).getBytes(UTF_8);

  /**
   * @param client that is started
   * @param twilio where Twilio's API is
   */
  BareRequest(HttpClient client, String twilio) {
    this.client = client;
    this.uri = twilio + "/2010-04-01/Accounts/" + Account.SID + "/Messages.json";
  }

  /** @return the answer's body */
  byte[] send() throws IOException, TimeoutException {
    return bodyOf(client.send(request(), TIMEOUT_MILLIS, false, null));
  }

  /** @return the same, later */
  CompletableFuture<byte[]> sendAsync() {
    return client.sendAsync(request(), TIMEOUT_MILLIS, false, null).thenApply(BareRequest::bodyOf);
  }

  private static byte[] bodyOf(HttpResponse answer) {
    if (answer.getStatusCode() != 201) {
      throw new IllegalStateException("The stub answered " + answer.getStatusCode());
    }
    try (InputStream body = answer.getEntity().getContent()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest request() {
    return HttpRequest.builder().method("POST").uri(uri).addHeader("Authorization", LOGIN)
        .addHeader("Content-Type", "application/x-www-form-urlencoded").entity(new ByteArrayHttpEntity(body)).build();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
