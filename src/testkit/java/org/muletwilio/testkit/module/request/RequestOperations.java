package org.muletwilio.testkit.module.request;

import org.mule.runtime.extension.api.annotation.Streaming;
import org.mule.runtime.extension.api.annotation.error.Throws;
import org.mule.runtime.extension.api.annotation.metadata.OutputResolver;
import org.mule.runtime.extension.api.annotation.param.Config;
import org.mule.runtime.extension.api.annotation.param.ConfigOverride;
import org.mule.runtime.extension.api.annotation.param.Connection;
import org.mule.runtime.extension.api.annotation.param.MediaType;
import org.mule.runtime.extension.api.annotation.param.Optional;
import org.mule.runtime.extension.api.annotation.param.ParameterGroup;
import org.mule.runtime.extension.api.exception.ModuleException;
import org.mule.runtime.extension.api.runtime.operation.Result;
import org.mule.runtime.extension.api.runtime.process.CompletionCallback;
import org.mule.runtime.http.api.domain.message.request.HttpRequest;
import org.mule.runtime.http.api.domain.message.response.HttpResponse;

import org.muletwilio.testkit.module.content.AnyOutput;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/** {@code http:request} */
public class RequestOperations {

  private static final ResponseValidator SUCCESS = status -> status < 400;

  @Streaming
  @Throws(RequestErrors.class)
  @MediaType(value = MediaType.ANY, strict = false)
  @OutputResolver(output = AnyOutput.class)
  public void request(@Optional String path, @Optional String url, @Optional(defaultValue = "GET") String method,
                      @ConfigOverride boolean followRedirects, @ConfigOverride int responseTimeout,
                      @ParameterGroup(name = "Request") RequestSettings settings, @Optional ResponseValidator responseValidator,
                      @Config RequestConfig config, @Connection RequestClient client,
                      CompletionCallback<InputStream, ResponseAttributes> callback) {
    HttpRequest request = new RequestBuilder(config, client, settings).build(method, path, url);
    ResponseValidator validator = responseValidator == null ? SUCCESS : responseValidator;
    client.http().sendAsync(request, responseTimeout, followRedirects, null).whenComplete((response, failure) -> {
      try {
        if (failure != null) {
          callback.error(failed(request, failure));
        } else {
          callback.success(result(request, response, validator));
        }
      } catch (IOException | RuntimeException e) {
        callback.error(e);
      }
    });
  }

  private static Result<InputStream, ResponseAttributes> result(HttpRequest request, HttpResponse response,
                                                                ResponseValidator validator) throws IOException {
    ResponseAttributes attributes = ResponseAttributes.of(response);
    byte[] body = response.getEntity().getContent() == null ? new byte[0] : response.getEntity().getContent().readAllBytes();
    if (!validator.accepts(attributes.statusCode())) {
      throw new ResponseValidatorException(described(request), attributes, body);
    }
    return Result.<InputStream, ResponseAttributes>builder().output(new ByteArrayInputStream(body)).attributes(attributes)
        .mediaType(attributes.mediaType()).build();
  }

  private static ModuleException failed(HttpRequest request, Throwable failure) {
    boolean late = failure instanceof TimeoutException;
    return new ModuleException(described(request) + " failed: " + failure.getMessage(),
                               late ? HttpError.TIMEOUT : HttpError.CONNECTIVITY, failure);
  }

  private static String described(HttpRequest request) {
    return request.getMethod() + " " + request.getUri();
  }
}
