package org.muletwilio.internal.source.resource;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.rest.Domains;

/** Reads and changes resources of Twilio's API as JSON. The calling thread waits for the answers. */
final class ApiResources {

  private static final String NEXT_PAGE = "/meta/next_page_url";
  private static final int MOST_PAGES = 20;

  private final TwilioConnection connection;
  private final Domains domain;

  /**
   * @param connection the account
   * @param domain which of Twilio's APIs
   */
  ApiResources(TwilioConnection connection, Domains domain) {
    this.connection = connection;
    this.domain = domain;
  }

  /** @return the path of a resource of the account in the API of 2010 */
  static String accountPath(TwilioConnection connection, String rest) {
    return "/2010-04-01/Accounts/" + connection.getAccountSid() + rest;
  }

  /** @throws TwilioException with what Twilio said, where it is not a success, or is no resource */
  JsonNode get(String path, Map<String, String> query) {
    Request request = new Request(HttpMethod.GET, domain.toString(), path);
    query.forEach(request::addQueryParam);
    JsonNode found = json(request, connection.send(request));
    if (found.size() == 0) {
      throw unreadable(request);
    }
    return found;
  }

  JsonNode get(String path) {
    return get(path, Collections.emptyMap());
  }

  /**
   * @param path of a list in one of the newer APIs
   * @param name the list's property in the answer
   * @return its entries, of as many pages as a list of such resources has at most
   */
  List<JsonNode> list(String path, Map<String, String> query, String name) {
    List<JsonNode> entries = new ArrayList<>();
    JsonNode page = page(path, query, name);
    page.path(name).forEach(entries::add);
    for (int pages = 1; pages < MOST_PAGES && !page.at(NEXT_PAGE).asText("").isEmpty(); pages++) {
      URI next = URI.create(page.at(NEXT_PAGE).asText());
      page = page(next.getRawPath() + "?" + next.getRawQuery(), Collections.emptyMap(), name);
      page.path(name).forEach(entries::add);
    }
    return entries;
  }

  /** A page without its list is no empty list: what it should have told would be made a second time. */
  JsonNode page(String path, Map<String, String> query, String name) {
    JsonNode page = get(path, query);
    if (!page.path(name).isArray()) {
      throw new TwilioException(TwilioError.SERVER_ERROR, "Twilio's answer to GET " + path + " has no list '" + name + "'");
    }
    return page;
  }

  /** @param form an empty value removes what was there */
  JsonNode post(String path, Map<String, String> form) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    form.forEach((name, value) -> all.put(name, Collections.singletonList(value)));
    return postAll(path, all);
  }

  /** @param form the values of each parameter */
  JsonNode postAll(String path, Map<String, List<String>> form) {
    Request request = new Request(HttpMethod.POST, domain.toString(), path);
    request.getPostParams().putAll(form);
    return json(request, connection.send(request));
  }

  JsonNode postJson(String path, JsonNode body) {
    Request request = new Request(HttpMethod.POST, domain.toString(), path);
    request.setContentType(ContentType.JSON);
    try {
      request.setBody(connection.getMapper().writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return json(request, connection.send(request));
  }

  void delete(String path) {
    connection.send(new Request(HttpMethod.DELETE, domain.toString(), path));
  }

  private JsonNode json(Request request, HttpAnswer answer) {
    try {
      JsonNode json = connection.getMapper().readTree(answer.getBody());
      if (json != null && json.isObject()) {
        return json;
      }
      throw unreadable(request);
    } catch (IOException e) {
      // without its cause, whose message shows a part of the answer
      throw unreadable(request);
    }
  }

  private static TwilioException unreadable(Request request) {
    boolean read = request.getMethod() == HttpMethod.GET;
    return new TwilioException(read ? TwilioError.SERVER_ERROR : TwilioError.UNKNOWN_OUTCOME, "Twilio's answer to "
        + request.getMethod() + " " + request.getUrl().replaceFirst("^https?://[^/]*", "") + " can't be read"
        + (read ? "" : ", though the request was done"));
  }
}
