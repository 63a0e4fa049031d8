package org.muletwilio.internal.source.resource;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.rest.Domains;

/**
 * Reads and changes resources of Twilio's API as JSON. The calling thread waits for the answers. An answer that is not an object
 * in JSON is an error, which shows nothing of what the answer holds.
 */
final class ApiResources {

  private static final String NEXT_PAGE = "/meta/next_page_url";
  private static final String NEXT_PAGE_OF_2010 = "/next_page_uri";
  /** More than an account has; a list may have no end. */
  private static final int MOST_PAGES = 100;
  private static final String SID = "sid";
  private static final int NO_CONTENT = 204;

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

  /** @return the SID of a resource, or an empty text */
  static String sidOf(JsonNode resource) {
    return resource.path(SID).asText("");
  }

  /** @throws TwilioException with what Twilio said, where it is not a success */
  JsonNode get(String path, Map<String, String> query) {
    Request request = new Request(HttpMethod.GET, domain.toString(), path);
    query.forEach(request::addQueryParam);
    return json(request, path);
  }

  /** @return a resource, which has a SID */
  JsonNode get(String path) {
    return withSid(get(path, Collections.emptyMap()), HttpMethod.GET, path);
  }

  /**
   * @param path of a list
   * @param name the list's property in the answer
   * @return all its entries
   * @throws TwilioException also where the list does not end
   */
  List<JsonNode> list(String path, Map<String, String> query, String name) {
    List<JsonNode> entries = new ArrayList<>();
    find(path, query, name, entry -> {
      entries.add(entry);
      return false;
    });
    return entries;
  }

  /**
   * @param path of a list
   * @param name the list's property in the answer
   * @param wanted is asked for one entry after the other, until it takes one: no page is read that it does not need
   * @return the entry that it takes, or empty where it takes none of all pages
   * @throws TwilioException also where the list does not end
   */
  Optional<JsonNode> find(String path, Map<String, String> query, String name, Predicate<JsonNode> wanted) {
    JsonNode page = get(path, query);
    for (int pages = 1;; pages++) {
      for (JsonNode entry : entriesOf(page, path, name)) {
        if (wanted.test(entry)) {
          return Optional.of(entry);
        }
      }
      String next = page.at(NEXT_PAGE).asText(page.at(NEXT_PAGE_OF_2010).asText(""));
      if (next.isEmpty() || next.equals("null")) {
        return Optional.empty();
      }
      if (pages == MOST_PAGES) {
        throw new TwilioException(TwilioError.SERVER_ERROR, "Twilio's list of " + path + " has more than " + MOST_PAGES
            + " pages, or no end");
      }
      page = next(path, next);
    }
  }

  /**
   * @param page of a list
   * @param path of the list
   * @param name the list's property in the answer
   * @return the entries on the page
   */
  private static List<JsonNode> entriesOf(JsonNode page, String path, String name) {
    if (!page.path(name).isArray()) {
      throw unreadable(HttpMethod.GET, path);
    }
    List<JsonNode> entries = new ArrayList<>();
    page.path(name).forEach(entries::add);
    return entries;
  }

  /**
   * @param path of a resource, which has a SID
   * @param form an empty value removes what was there
   */
  void change(String path, Map<String, String> form) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    form.forEach((name, value) -> all.put(name, Collections.singletonList(value)));
    withSid(post(path, all), HttpMethod.POST, path);
  }

  /** As {@link #change}, for a resource that takes JSON. */
  void changeByJson(String path, JsonNode body) {
    Request request = new Request(HttpMethod.POST, domain.toString(), path);
    request.setContentType(ContentType.JSON);
    try {
      request.setBody(connection.getMapper().writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    withSid(json(request, path), HttpMethod.POST, path);
  }

  /** @param form the values of each parameter */
  JsonNode post(String path, Map<String, List<String>> form) {
    Request request = new Request(HttpMethod.POST, domain.toString(), path);
    request.getPostParams().putAll(form);
    return json(request, path);
  }

  /**
   * @param form the values of each parameter
   * @return the SID of what was made
   */
  String create(String path, Map<String, List<String>> form) {
    return sidOf(withSid(post(path, form), HttpMethod.POST, path));
  }

  void delete(String path) {
    if (connection.send(new Request(HttpMethod.DELETE, domain.toString(), path)).getStatus() != NO_CONTENT) {
      throw unreadable(HttpMethod.DELETE, path);
    }
  }

  /** The host is not taken from the answer, and nothing of the answer becomes a part of it: the credentials go nowhere else. */
  private JsonNode next(String path, String url) {
    try {
      URI next = new URI(url);
      if (next.getRawPath() != null && next.getRawPath().startsWith("/")) {
        return json(new Request(HttpMethod.GET, domain.toString(),
                                next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery())), path);
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw unreadable(HttpMethod.GET, path);
  }

  private JsonNode json(Request request, String path) {
    HttpAnswer answer = connection.send(request);
    try {
      JsonNode json = connection.getMapper().readTree(answer.getBody());
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      // told below, without what the answer holds
    }
    throw unreadable(request.getMethod(), path);
  }

  private static JsonNode withSid(JsonNode resource, HttpMethod method, String path) {
    if (sidOf(resource).isEmpty()) {
      throw unreadable(method, path);
    }
    return resource;
  }

  private static TwilioException unreadable(HttpMethod method, String path) {
    boolean read = method == HttpMethod.GET;
    return new TwilioException(read ? TwilioError.SERVER_ERROR : TwilioError.UNKNOWN_OUTCOME,
        "Twilio's answer to " + method + " " + path + " can't be read"
            + (read ? "" : ", and what was asked for may have been done")
            + ": it is not what Twilio's API answers. Something between Twilio and Mule may have answered");
  }
}
