package org.muletwilio.simulator.parameter;

import static java.util.stream.Collectors.toCollection;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRequest;
import org.muletwilio.simulator.resource.Form;
import org.muletwilio.simulator.resource.Resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of a list, as the API of 2010 or one of the newer APIs writes it. A page begins after the resource that its token
 * names, so new ones don't shift it.
 */
public final class Page {

  private static final int MOST = 1000;
  private static final int MOST_OF_NEWER = 100;

  private Page() {}

  /** @param name the list's property in the answer */
  public static ApiAnswer of(ApiRequest request, String name, List<Resource> all) {
    int size = Math.min(MOST, Math.max(1, number(request, "PageSize", 50)));
    int page = number(request, "Page", 0);
    int start = start(request, all, first(page, size, all));
    int end = Math.min(all.size(), start + size);
    List<Map<String, Object>> items = items(all, start, end);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("first_page_uri", uri(request, size, 0, ""));
    body.put("end", Math.max(start, end - 1));
    body.put("previous_page_uri", page == 0 ? null : uri(request, size, page - 1, ""));
    body.put(name, items);
    body.put("uri", uri(request, size, page, request.query().first("PageToken").orElse("")));
    body.put("page_size", size);
    body.put("start", start);
    body.put("next_page_uri", end < all.size() ? uri(request, size, page + 1, "PA" + all.get(end - 1).sid()) : null);
    body.put("page", page);
    return ApiAnswer.json(200, body);
  }

  /**
   * A page as the newer APIs write it.
   *
   * @param host where Twilio has the API, whose addresses the answer holds
   */
  public static ApiAnswer withMeta(String host, ApiRequest request, String name, List<Resource> all) {
    int size = Math.min(MOST_OF_NEWER, Math.max(1, number(request, "PageSize", 50)));
    int page = number(request, "Page", 0);
    int start = start(request, all, first(page, size, all));
    int end = Math.min(all.size(), start + size);
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("page", page);
    meta.put("page_size", size);
    meta.put("first_page_url", host + uri(request, size, 0, ""));
    meta.put("previous_page_url", page == 0 ? null : host + uri(request, size, page - 1, ""));
    meta.put("url", host + uri(request, size, page, request.query().first("PageToken").orElse("")));
    meta.put("next_page_url", end < all.size() ? host + uri(request, size, page + 1, "PA" + all.get(end - 1).sid()) : null);
    meta.put("key", name);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("meta", meta);
    body.put(name, items(all, start, end));
    return ApiAnswer.json(200, body);
  }

  private static List<Map<String, Object>> items(List<Resource> all, int start, int end) {
    return all.subList(Math.min(start, end), end).stream().map(Resource::properties).collect(toCollection(ArrayList::new));
  }

  /** A page behind the last one has nothing, however far behind. */
  private static int first(int page, int size, List<Resource> all) {
    return (int) Math.min((long) page * size, all.size());
  }

  private static int start(ApiRequest request, List<Resource> all, int byNumber) {
    String token = request.query().first("PageToken").orElse("");
    for (int i = 0; i < all.size(); i++) {
      if (token.equals("PA" + all.get(i).sid())) {
        return i + 1;
      }
    }
    return byNumber;
  }

  private static int number(ApiRequest request, String name, int otherwise) {
    try {
      return request.query().filled(name).map(Integer::parseInt).filter(value -> value >= 0).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw ApiError.invalid(20001, "Invalid " + name);
    }
  }

  private static String uri(ApiRequest request, int size, int page, String token) {
    Form query = new Form(request.query().fields().stream().filter(field -> !field.name().startsWith("Page")).toList())
        .with("PageSize", String.valueOf(size)).with("Page", String.valueOf(page));
    return request.path() + "?" + (token.isEmpty() ? query : query.with("PageToken", token)).encoded();
  }
}
