package org.muletwilio.internal.connection.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** By account SID and auth token, or API key SID and secret. Immutable. */
public final class BasicAuthorization implements Authorization {

  private final String header;

  public BasicAuthorization(String sid, String secret) {
    header = "Basic " + Base64.getEncoder().encodeToString((sid + ":" + secret).getBytes(UTF_8));
  }

  @Override
  public CompletableFuture<String> getHeader(Executor work) {
    return CompletableFuture.completedFuture(header);
  }

  @Override
  public boolean renew(String refused) {
    return false;
  }
}
