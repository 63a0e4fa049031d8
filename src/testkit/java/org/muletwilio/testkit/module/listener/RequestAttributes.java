package org.muletwilio.testkit.module.listener;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.util.MultiMap;
import org.mule.runtime.extension.api.runtime.operation.Result;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.request.HttpRequestContext;

import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The attributes of a request that has come in. */
public record RequestAttributes(String method, String scheme, String version, String listenerPath, String requestPath,
                                String rawRequestPath, String relativePath, String requestUri, String queryString,
                                MultiMap<String, String> queryParams, Map<String, String> uriParams,
                                MultiMap<String, String> headers, String remoteAddress, String localAddress)
    implements Serializable {

  static Result<InputStream, RequestAttributes> resultOf(HttpRequestContext context, String listenerPath) {
    HttpRequest request = context.getRequest();
    MultiMap<String, String> headers = new MultiMap<>();
    request.getHeaderNames().forEach(name -> request.getHeaderValues(name)
        .forEach(value -> headers.put(name.toLowerCase(Locale.ROOT), value)));
    URI uri = request.getUri();
    String raw = uri.getRawPath();
    String path = URLDecoder.decode(raw.replace("+", "%2B"), UTF_8);
    MultiMap<String, String> params = new MultiMap<>(request.getQueryParams());
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    RequestAttributes attributes = new RequestAttributes(
        request.getMethod(), context.getScheme(), request.getProtocol().asString(), listenerPath, path, raw, path,
        raw + (query.isEmpty() ? "" : "?" + query), query, params, uriParams(listenerPath, path), headers,
        String.valueOf(context.getClientConnection().getRemoteHostAddress()),
        String.valueOf(context.getServerConnection().getLocalHostAddress()));
    Result.Builder<InputStream, RequestAttributes> result = Result.builder();
    String contentType = headers.get("content-type");
    return result.output(request.getEntity().getContent()).attributes(attributes)
        .mediaType(contentType == null ? MediaType.ANY : MediaType.parse(contentType)).build();
  }

  private static Map<String, String> uriParams(String pattern, String path) {
    String[] names = pattern.split("/");
    String[] values = path.split("/");
    Map<String, String> params = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.length, values.length); i++) {
      if (names[i].startsWith("{") && names[i].endsWith("}")) {
        params.put(names[i].substring(1, names[i].length() - 1), values[i]);
      }
    }
    return params;
  }
}
