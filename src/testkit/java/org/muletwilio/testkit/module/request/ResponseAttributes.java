package org.muletwilio.testkit.module.request;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.util.MultiMap;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import java.io.Serializable;
import java.util.Locale;

/** The attributes of an answer. */
public record ResponseAttributes(int statusCode, String reasonPhrase, MultiMap<String, String> headers) implements Serializable {

  static ResponseAttributes of(HttpResponse response) {
    MultiMap<String, String> headers = new MultiMap<>();
    response.getHeaderNames().forEach(name -> response.getHeaderValues(name)
        .forEach(value -> headers.put(name.toLowerCase(Locale.ROOT), value)));
    return new ResponseAttributes(response.getStatusCode(), response.getReasonPhrase(), headers);
  }

  MediaType mediaType() {
    String contentType = headers.get("content-type");
    return contentType == null ? MediaType.ANY : MediaType.parse(contentType);
  }
}
