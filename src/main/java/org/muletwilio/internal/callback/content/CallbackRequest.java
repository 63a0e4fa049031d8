package org.muletwilio.internal.callback.content;

import static java.util.Collections.emptyList;
import static java.util.Collections.unmodifiableList;

import org.mule.runtime.api.util.MultiMap;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;

import org.muletwilio.internal.callback.codec.FormFields;
import org.muletwilio.internal.callback.route.CallbackRoute;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a callback's request line and headers say, as they were sent. Immutable. */
public final class CallbackRequest {

  private static final String SIGNATURE = "x-twilio-signature";
  private static final String SIGNATURE_SETTINGS = "x-twilio-webhooks-signature-settings";
  private static final String IDEMPOTENCY_TOKEN = "i-twilio-idempotency-token";
  private static final String CONTENT_TYPE = "content-type";

  private final String method;
  private final String path;
  private final String rawQuery;
  private final MultiMap<String, String> query;
  private final String signature;
  private final List<String> signatureSettings;
  private final String idempotencyToken;
  private final String contentType;

  private CallbackRequest(String method, String path, String rawQuery, MultiMap<String, String> query, String signature,
                          List<String> signatureSettings, String idempotencyToken, String contentType) {
    this.method = method;
    this.path = path;
    this.rawQuery = rawQuery;
    this.query = query;
    this.signature = signature;
    this.signatureSettings = signatureSettings;
    this.idempotencyToken = idempotencyToken;
    this.contentType = contentType;
  }

  /** @return whether a request has a signature at all */
  public static boolean isSigned(HttpRequest request) {
    return request.getHeaderValue(SIGNATURE) != null;
  }

  /** @return the IP address that a request came from */
  public static String remoteOf(HttpRequestContext context) {
    return context.getClientConnection().getRemoteHostAddress().getAddress().getHostAddress();
  }

  /** @return the request, or empty where its address or query is malformed */
  public static Optional<CallbackRequest> of(HttpRequest request) {
    URI uri;
    try {
      uri = request.getUri();
    } catch (RuntimeException e) {
      // each HTTP service has its own exception
      return Optional.empty();
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String rawQuery = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return FormFields.decode(rawQuery)
        .map(query -> new CallbackRequest(request.getMethod(), path, rawQuery, query,
                                          request.getHeaderValue(SIGNATURE), allOf(request, SIGNATURE_SETTINGS),
                                          request.getHeaderValue(IDEMPOTENCY_TOKEN), request.getHeaderValue(CONTENT_TYPE)));
  }

  public String getMethod() {
    return method;
  }

  public String getPath() {
    return path;
  }

  public MultiMap<String, String> getQuery() {
    return query;
  }

  public Optional<String> getSignature() {
    return Optional.ofNullable(signature);
  }

  /** @return the values of all X-Twilio-Webhooks-Signature-Settings headers */
  public List<String> getSignatureSettings() {
    return signatureSettings;
  }

  public Optional<String> getIdempotencyToken() {
    return Optional.ofNullable(idempotencyToken);
  }

  public Optional<String> getContentType() {
    return Optional.ofNullable(contentType);
  }

  private static List<String> allOf(HttpRequest request, String header) {
    Collection<String> values = request.getHeaderValues(header);
    return values == null ? emptyList() : unmodifiableList(new ArrayList<>(values));
  }

  /** @return what follows the path, with its question mark, exactly as it was sent */
  public String querySuffix() {
    return rawQuery.isEmpty() ? "" : "?" + rawQuery;
  }

  /** @return Twilio's fields: those of the form, and those of the query that are not the route's own */
  public MultiMap<String, String> fieldsWith(MultiMap<String, String> form) {
    if (query.keySet().stream().allMatch(CallbackRoute::isOwnField)) {
      return form;
    }
    MultiMap<String, String> fields = new MultiMap<>();
    for (String name : query.keySet()) {
      if (!CallbackRoute.isOwnField(name)) {
        fields.put(name, query.getAll(name));
      }
    }
    for (String name : form.keySet()) {
      fields.put(name, form.getAll(name));
    }
    return fields;
  }
}
