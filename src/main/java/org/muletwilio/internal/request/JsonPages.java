package org.muletwilio.internal.request;

import static java.util.Collections.emptyList;

import org.mule.runtime.api.component.ComponentIdentifier;
import org.mule.runtime.api.message.ErrorType;

import org.muletwilio.internal.connection.TwilioConnection;
import org.muletwilio.internal.connection.http.HttpAnswer;
import org.muletwilio.internal.error.TwilioError;
import org.muletwilio.internal.error.TwilioException;
import org.muletwilio.internal.operation.EndlessListCheck;
import org.muletwilio.internal.operation.TwilioPages;
import org.muletwilio.internal.request.catalogue.ApiOperation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.twilio.http.Request;

/** A list of Twilio's API, fetched page by page as it is read. One page is in memory at a time. */
final class JsonPages extends TwilioPages<Map<String, Object>> {

  private static final TypeReference<LinkedHashMap<String, Object>> ENTRY = new TypeReference<LinkedHashMap<String, Object>>() {};
  private static final String[] PAGE_SIZES = {"PageSize", "pageSize"};

  private final String element;
  private final ApiOperation operation;
  private final Map<String, Object> parameters;
  private final Optional<String> accountSid;
  private final EndlessListCheck endless;
  private long left;
  private boolean started;
  private Optional<Request> next = Optional.empty();

  /**
   * @param errorTypes finds an error type of the application by its name
   * @param element the operation's name in XML, for messages
   * @param operation a list
   * @param parameters filters, and what the path needs
   * @param pageSize how many entries are asked for at a time
   * @param limit how many entries there are at most
   * @param accountSid whose list it is, where that is not the account's
   */
  JsonPages(Function<ComponentIdentifier, Optional<ErrorType>> errorTypes, String element, ApiOperation operation,
            Map<String, ?> parameters, Optional<Integer> pageSize, Optional<Integer> limit, Optional<String> accountSid) {
    super(errorTypes);
    this.element = element;
    this.operation = operation;
    this.parameters = new LinkedHashMap<>(parameters == null ? new LinkedHashMap<>() : parameters);
    this.accountSid = accountSid;
    this.endless = new EndlessListCheck(element + ": the list '" + operation.getName() + "' of API '" + operation.getApi() + "'");
    this.left = limit.map(Integer::longValue).orElse(Long.MAX_VALUE);
    pageSize.ifPresent(size -> {
      for (String name : PAGE_SIZES) {
        if (operation.getParameters().containsKey(name)) {
          this.parameters.put(name, size);
        }
      }
    });
  }

  @Override
  protected List<Map<String, Object>> nextPage(TwilioConnection connection) {
    if (!started) {
      started = true;
      next = Optional.of(new RequestDraft(element, operation, connection, accountSid).of(parameters));
    }
    while (next.isPresent() && left > 0) {
      Request request = next.get();
      JsonNode page = read(connection.send(request), connection.getMapper());
      next = new NextPage(operation, connection.getApiAddress()).after(page, request);
      next.ifPresent(following -> endless.requireNew(following.getUrl() + " " + following.getQueryParams()));
      List<Map<String, Object>> entries = entriesOf(page, connection.getMapper());
      left -= entries.size();
      endless.pageRead(entries.isEmpty());
      if (!entries.isEmpty()) {
        return entries;
      }
    }
    return emptyList();
  }

  private List<Map<String, Object>> entriesOf(JsonNode page, ObjectMapper mapper) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (JsonNode entry : page.path(operation.getListKey().orElse(""))) {
      if (entries.size() < left) {
        entries.add(entry.isObject() ? mapper.convertValue(entry, ENTRY) : valueOf(entry, mapper));
      }
    }
    return entries;
  }

  /** Some lists have plain values as entries. */
  private static Map<String, Object> valueOf(JsonNode entry, ObjectMapper mapper) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("value", mapper.convertValue(entry, Object.class));
    return value;
  }

  /** A page without a list is an error and not the end: to stop there would lose entries silently. */
  private JsonNode read(HttpAnswer answer, ObjectMapper mapper) {
    try {
      JsonNode page = mapper.readTree(answer.getBody());
      JsonNode list = page == null ? MissingNode.getInstance() : page.path(operation.getListKey().orElse(""));
      if (list.isArray() || list.isNull()) {
        return page;
      }
      throw unreadable("has no list '" + operation.getListKey().orElse("") + "'");
    } catch (IOException e) {
      // without its cause, whose message shows a part of the answer
      throw unreadable("is not JSON");
    }
  }

  private TwilioException unreadable(String what) {
    return new TwilioException(TwilioError.SERVER_ERROR, element + ": a page of '" + operation.getName() + "' of API '"
        + operation.getApi() + "' " + what);
  }
}
