package org.muletwilio.testkit.module.request;

import org.mule.runtime.api.metadata.TypedValue;
import org.mule.runtime.api.util.MultiMap;
import org.mule.runtime.extension.api.annotation.param.Content;
import org.mule.runtime.extension.api.annotation.param.NullSafe;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.Parameter;

import java.util.Map;

/** What a request sends. */
public class RequestSettings {

  @Parameter
  @Optional(defaultValue = "#[payload]")
  @Content(primary = true)
  private TypedValue<Object> body;

  @Parameter
  @Optional
  @Content
  @NullSafe
  private MultiMap<String, String> headers;

  @Parameter
  @Optional
  @Content
  @NullSafe
  private Map<String, String> uriParams;

  @Parameter
  @Optional
  @Content
  @NullSafe
  private MultiMap<String, String> queryParams;

  TypedValue<Object> body() {
    return body;
  }

  MultiMap<String, String> headers() {
    return headers;
  }

  Map<String, String> uriParams() {
    return uriParams;
  }

  MultiMap<String, String> queryParams() {
    return queryParams;
  }
}
