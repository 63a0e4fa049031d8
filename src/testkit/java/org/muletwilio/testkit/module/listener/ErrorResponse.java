package org.muletwilio.testkit.module.listener;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;
import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.NullSafe;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

/** {@code http:error-response}: what a request is answered when the flow has failed; by default the error's description. */
public class ErrorResponse {

  @Parameter
  @Optional(defaultValue = "500")
  private int statusCode;

  @Parameter
  @Optional
  private String reasonPhrase;

  @Parameter
  @Optional(defaultValue = "#[output text/plain --- error.description]")
  @Content
  private TypedValue<Object> body;

  @Parameter
  @Optional
  @Content
  @NullSafe
  private MultiMap<String, String> headers;

  HttpResponse toHttp() {
    return Responses.response(statusCode, reasonPhrase, body, headers);
  }
}
