package org.muletwilio.simulator.api;

import org.muletwilio.simulator.resource.Form;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The OAuth apps of the accounts, and their access tokens. */
public final class OAuthApps {

  static final String TOKEN_PATH = "/v2/token";

  private record App(String accountSid, String secret, Duration tokenLifetime) {
  }

  private record Token(String accountSid, Instant expires) {
  }

  private final Map<String, App> apps = new ConcurrentHashMap<>();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  public void add(String accountSid, String clientId, String clientSecret, Duration tokenLifetime) {
    apps.put(clientId, new App(accountSid, clientSecret, tokenLifetime));
  }

  public void revokeTokens() {
    tokens.clear();
  }

  /** Answers a request for an access token, by OAuth 2's client credentials grant. */
  ApiAnswer token(ApiRequest request) {
    if (!request.method().equals("POST")) {
      throw ApiError.methodNotAllowed();
    }
    Form form = request.form();
    if (!form.first("grant_type").filter("client_credentials"::equals).isPresent()) {
      return refusal(400, "unsupported_grant_type", "The grant type must be client_credentials");
    }
    return form.first("client_id").map(apps::get)
        .filter(app -> form.first("client_secret").filter(app.secret::equals).isPresent())
        .map(this::newToken).orElseGet(() -> refusal(401, "invalid_client", "The client credentials are invalid"));
  }

  /** The account of a valid bearer token. */
  Optional<String> accountSid(Optional<String> authorization) {
    return authorization.filter(value -> value.startsWith("Bearer "))
        .map(value -> tokens.get(value.substring("Bearer ".length())))
        .filter(token -> Instant.now().isBefore(token.expires)).map(Token::accountSid);
  }

  private ApiAnswer newToken(App app) {
    String text = "access-" + UUID.randomUUID();
    tokens.put(text, new Token(app.accountSid, Instant.now().plus(app.tokenLifetime)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", text);
    body.put("id_token", null);
    body.put("token_type", "Bearer");
    body.put("expires_in", app.tokenLifetime.toSeconds());
    body.put("refresh_token", null);
    return ApiAnswer.json(200, body);
  }

  private static ApiAnswer refusal(int status, String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    return ApiAnswer.json(status, body);
  }
}
