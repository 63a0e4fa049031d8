package org.muletwilio.internal.request;

import org.muletwilio.internal.callback.codec.Excerpt;
import org.muletwilio.internal.connection.http.ApiAddress;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.request.catalogue.ApiOperation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;

/**
 * Where the next page of a list is: in <code>next_page_uri</code>, <code>meta.next_page_url</code> or, by a token,
 * <code>meta.nextToken</code>. An address that leaves Twilio's API is refused: credentials would go with it.
 */
final class NextPage {

  private static final String PAGE_TOKEN = "pageToken";

  private final ApiOperation operation;
  private final ApiAddress api;

  NextPage(ApiOperation operation, ApiAddress api) {
    this.operation = operation;
    this.api = api;
  }

  /**
   * @param page what Twilio has answered
   * @param request what it was asked
   * @return the request for the next page, or empty at the end
   */
  Optional<Request> after(JsonNode page, Request request) {
    String address = page.path("meta").path("next_page_url").asText(page.path("next_page_uri").asText(""));
    if (!address.isEmpty() && !address.equals("null")) {
      return Optional.of(new Request(HttpMethod.GET, operation.getOrigin() + pathAndQuery(address)));
    }
    String token = page.path("meta").path("nextToken").asText("");
    if (token.isEmpty() || token.equals("null")) {
      return Optional.empty();
    }
    Request next = new Request(HttpMethod.GET, request.getUrl());
    request.getQueryParams().forEach((name, values) -> {
      if (!name.equals(PAGE_TOKEN)) {
        // the request's own methods leave out what is the text "null"
        next.getQueryParams().put(name, values);
      }
    });
    next.getHeaderParams().putAll(request.getHeaderParams());
    next.addQueryParam(PAGE_TOKEN, token);
    return Optional.of(next);
  }

  private String pathAndQuery(String address) {
    try {
      URI uri = new URI(address);
      Optional<String> here = uri.isAbsolute() ? api.pathAndQueryOf(uri, URI.create(operation.getOrigin()).getHost())
          : address.startsWith("/") && !address.startsWith("//") ? Optional.of(address) : Optional.empty();
      if (here.isPresent()) {
        return here.get();
      }
    } catch (URISyntaxException e) {
      // refused as any other address that is not one of the API's
    }
    throw new TwilioException(TwilioError.SERVER_ERROR, "Twilio says that the next page of '" + operation.getName() + "' of API '"
        + operation.getApi() + "' is at '" + Excerpt.of(address) + "', which is not an address of Twilio's API: "
        + "no request was sent");
  }
}
