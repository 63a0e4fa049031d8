package org.muletwilio.internal.connection.oauth;

import static java.lang.Math.max;
import static java.lang.Math.min;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;

import org.muletwilio.internal.connection.http.ErrorAnswers;
import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.connection.http.MuleHttpClient;
import org.muletwilio.internal.connection.http.RequestSender;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks Twilio for an access token with the client id and secret of an OAuth app (the grant client_credentials). */
public final class AccessTokenRequest implements Function<Executor, CompletableFuture<AccessToken>> {

  private static final long DOCUMENTED_LIFETIME_SECONDS = 3600;
  private static final long LONGEST_LIFETIME_SECONDS = 24 * 3600;

  private final RequestSender sender;
  private final HttpRequest request;

  public AccessTokenRequest(RequestSender sender, String tokenUri, String clientId, String clientSecret) {
    this.sender = sender;
    String form = "grant_type=client_credentials&client_id=" + encode(clientId) + "&client_secret=" + encode(clientSecret);
    request = HttpRequest.builder().method("POST").uri(tokenUri)
        .addHeader("Content-Type", "application/x-www-form-urlencoded").addHeader("Accept", "application/json")
        .addHeader("User-Agent", MuleHttpClient.USER_AGENT).entity(new ByteArrayHttpEntity(form.getBytes(UTF_8))).build();
  }

  /**
   * @param work runs what may wait
   * @return the token, or a {@link TwilioException}: INVALID_CREDENTIALS if Twilio doesn't know the client, another one if it
   *         can't be asked
   */
  @Override
  public CompletableFuture<AccessToken> apply(Executor work) {
    return sender.sendRead(request, work).thenApply(AccessTokenRequest::toToken);
  }

  private static AccessToken toToken(HttpAnswer answer) {
    if (answer.isSuccess()) {
      return read(answer.getBody());
    }
    boolean wrongClient = answer.getStatus() == 400 || answer.getStatus() == 401 || answer.getStatus() == 403;
    throw wrongClient ? new TwilioException(TwilioError.INVALID_CREDENTIALS, ErrorAnswers.read(answer))
        : ErrorAnswers.toException(answer);
  }

  private static AccessToken read(byte[] body) {
    try {
      JsonNode json = new ObjectMapper().readTree(body);
      if (json != null && json.path("access_token").isTextual()) {
        long seconds = json.path("expires_in").asLong(DOCUMENTED_LIFETIME_SECONDS);
        return new AccessToken(json.path("access_token").textValue(), 1000 * max(0, min(seconds, LONGEST_LIFETIME_SECONDS)));
      }
    } catch (IOException e) {
      // its message would show a part of the answer, and so of the token
    }
    throw new TwilioException(TwilioError.SERVER_ERROR, "Twilio's answer to the request for an access token holds no token");
  }

  private static String encode(String text) {
    try {
      return URLEncoder.encode(text, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }
}
