package org.muletwilio.internal.source.resource;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.HttpAnswer;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** @throws TwilioException with what Twilio said, where it is not a success */
  JsonNode get(String path, Map<String, String> query) {
    Request request = new Request(HttpMethod.GET, domain.toString(), path);
    query.forEach(request::addQueryParam);
    return json(connection.send(request));
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
    JsonNode page = get(path, query);
    page.path(name).forEach(entries::add);
    for (int pages = 1; pages < MOST_PAGES && !page.at(NEXT_PAGE).asText("").isEmpty(); pages++) {
      URI next = URI.create(page.at(NEXT_PAGE).asText());
      page = get(next.getRawPath() + "?" + next.getRawQuery());
      page.path(name).forEach(entries::add);
    }
    return entries;
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
    return json(connection.send(request));
  }

  JsonNode postJson(String path, JsonNode body) {
    Request request = new Request(HttpMethod.POST, domain.toString(), path);
    request.setContentType(ContentType.JSON);
    try {
      request.setBody(connection.getMapper().writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return json(connection.send(request));
  }

  void delete(String path) {
    connection.send(new Request(HttpMethod.DELETE, domain.toString(), path));
  }

  private JsonNode json(HttpAnswer answer) {
    try {
      return connection.getMapper().readTree(answer.getBody());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
