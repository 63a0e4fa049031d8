package org.muletwilio.testkit.module.listener;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;
import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.NullSafe;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

/** {@code http:response}: what a request is answered when the flow has ended. */
public class SuccessResponse {

  @Parameter
  @Optional(defaultValue = "200")
  private int statusCode;

  @Parameter
  @Optional
  private String reasonPhrase;

  @Parameter
  @Optional(defaultValue = "#[payload]")
  @Content(primary = true)
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
