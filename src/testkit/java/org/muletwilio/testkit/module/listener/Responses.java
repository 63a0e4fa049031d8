package org.muletwilio.testkit.module.listener;

import static org.mule.runtime.api.metadata.MediaType.ANY;

import org.mule.runtime.api.metadata.MediaType;
import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;
import org.mule.runtime.http.api.HttpConstants.HttpStatus;
import org.mule.runtime.http.api.domain.entity.ByteArrayHttpEntity;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;
import org.mule.runtime.http.api.domain.message.response.HttpResponseBuilder;

import org.muletwilio.testkit.module.content.Bodies;
import org.muletwilio.testkit.module.content.Params;

/** Makes HTTP of what flows end with. */
final class Responses {

  private static final String CONTENT_TYPE = "Content-Type";

  private Responses() {}

  static HttpResponse response(int status, String reason, TypedValue<Object> body, MultiMap<String, String> headers) {
    HttpResponseBuilder response = HttpResponse.builder().statusCode(status)
        .reasonPhrase(reason == null ? HttpStatus.getReasonPhraseForStatusCode(status) : reason);
    Params.forEach(headers, response::addHeader);
    MediaType mediaType = body == null ? ANY : body.getDataType().getMediaType();
    if (headers.keySet().stream().noneMatch(CONTENT_TYPE::equalsIgnoreCase) && !mediaType.matches(ANY)) {
      response.addHeader(CONTENT_TYPE, mediaType.toRfcString());
    }
    return response.entity(new ByteArrayHttpEntity(Bodies.bytes(body))).build();
  }
}
