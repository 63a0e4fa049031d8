package org.muletwilio.internal.connection.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** By account SID and auth token, or API key SID and secret. Immutable. */
public final class BasicAuthorization implements Authorization {

  private final String header;

  public BasicAuthorization(String sid, String secret) {
    header = "Basic " + Base64.getEncoder().encodeToString((sid + ":" + secret).getBytes(UTF_8));
  }

  @Override
  public String getHeader() {
    return header;
  }

  @Override
  public Optional<String> getHeaderAtHand() {
    return Optional.of(header);
  }

  @Override
  public boolean renew(String refused) {
    return false;
  }
}
