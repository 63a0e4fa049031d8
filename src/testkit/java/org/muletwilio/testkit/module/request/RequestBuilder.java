package org.muletwilio.testkit.module.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mule.runtime.api.metadata.MediaType.ANY;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.request.HttpRequestBuilder;

import org.muletwilio.testkit.module.content.Bodies;
import org.muletwilio.testkit.module.content.Params;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Makes the request of what XML says. */
final class RequestBuilder {

  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

  private final RequestConfig config;
  private final RequestClient client;
  private final RequestSettings settings;

  RequestBuilder(RequestConfig config, RequestClient client, RequestSettings settings) {
    this.config = config;
    this.client = client;
    this.settings = settings;
  }

  HttpRequest build(String method, String path, String url) {
    HttpRequestBuilder request = HttpRequest.builder().method(method.toUpperCase(Locale.ROOT)).uri(uri(path, url));
    config.defaultHeaders().forEach(header -> request.addHeader(header.getKey(), header.getValue()));
    Params.forEach(settings.headers(), request::addHeader);
    client.authentication().flatMap(RequestAuthentication::authorization)
        .ifPresent(value -> request.addHeader("Authorization", value));
    if (!WITHOUT_BODY.contains(method.toUpperCase(Locale.ROOT))) {
      MediaType mediaType = settings.body() == null ? ANY : settings.body().getDataType().getMediaType();
      if (!mediaType.matches(ANY) && settings.headers().keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
        request.addHeader("Content-Type", mediaType.toRfcString());
      }
      request.entity(new ByteArrayHttpEntity(Bodies.bytes(settings.body())));
    }
    return request.build();
  }

  private String uri(String path, String url) {
    String bare = url != null ? url
        : client.server().orElseThrow(() -> new IllegalArgumentException("http:request has no url, and its config no host"))
            + ("/" + config.basePath() + "/" + (path == null ? "" : path)).replaceAll("/{2,}", "/");
    Map<String, String> inPath = new LinkedHashMap<>();
    Params.forEach(settings.uriParams(), inPath::put);
    for (Map.Entry<String, String> param : inPath.entrySet()) {
      bare = bare.replace("{" + param.getKey() + "}", encoded(param.getValue()));
    }
    StringJoiner query = new StringJoiner("&", bare.contains("?") ? "&" : "?", "");
    query.setEmptyValue("");
    Params.forEach(settings.queryParams(), (name, value) -> query.add(encoded(name) + "=" + encoded(value)));
    return bare + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
