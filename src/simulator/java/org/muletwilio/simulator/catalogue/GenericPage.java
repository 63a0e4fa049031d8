package org.muletwilio.simulator.catalogue;

import org.muletwilio.simulator.api.ApiAnswer;
import org.muletwilio.simulator.api.ApiError;
import org.muletwilio.simulator.api.ApiRequest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of a list, as the classic API writes it and as the newer ones do. */
final class GenericPage {

  private static final int USUAL_SIZE = 50;
  private static final int MOST = 1000;
  private static final String CLASSIC = "api.twilio.com";

  private GenericPage() {}

  static ApiAnswer of(Endpoint endpoint, ApiRequest request, List<?> all) {
    int size = Math.min(MOST, Math.max(1, number(request, "PageSize", number(request, "pageSize", USUAL_SIZE))));
    int page = Math.max(0, number(request, "Page", 0));
    int from = (int) Math.min(all.size(), (long) page * size);
    List<?> entries = all.subList(from, Math.min(all.size(), from + size));
    String key = endpoint.listKey().orElse("items");
    String first = request.path() + "?PageSize=" + size + "&Page=0";
    String previous = page == 0 ? null : request.path() + "?PageSize=" + size + "&Page=" + (page - 1) + "&PageToken=PB"
        + (page - 1);
    String next = from + size < all.size()
        ? request.path() + "?PageSize=" + size + "&Page=" + (page + 1) + "&PageToken=PA" + (page + 1) : null;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(key, entries);
    if (endpoint.host().equals(CLASSIC)) {
      answer.put("page", page);
      answer.put("page_size", size);
      answer.put("uri", request.path());
      answer.put("start", from);
      answer.put("end", Math.max(from, from + entries.size() - 1));
      answer.put("first_page_uri", first);
      answer.put("previous_page_uri", previous);
      answer.put("next_page_uri", next);
    } else {
      Map<String, Object> meta = new LinkedHashMap<>();
      meta.put("key", key);
      meta.put("page", page);
      meta.put("page_size", size);
      meta.put("url", "https://" + endpoint.host() + request.path());
      meta.put("first_page_url", "https://" + endpoint.host() + first);
      meta.put("previous_page_url", previous == null ? null : "https://" + endpoint.host() + previous);
      meta.put("next_page_url", next == null ? null : "https://" + endpoint.host() + next);
      answer.put("meta", meta);
    }
    return ApiAnswer.json(200, answer);
  }

  private static int number(ApiRequest request, String name, int usual) {
    try {
      return request.query().filled(name).map(Integer::parseInt).orElse(usual);
    } catch (NumberFormatException e) {
      throw ApiError.invalid(20001, "Invalid parameter " + name);
    }
  }
}
