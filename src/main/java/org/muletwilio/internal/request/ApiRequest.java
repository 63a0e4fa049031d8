package org.muletwilio.internal.request;

import org.muletwilio.internal.connection.http.ApiPath;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;

/** Writes a request of an operation as Twilio takes it. */
final class ApiRequest {

  private final ApiOperation operation;
  private final String accountSid;
  private final ObjectMapper json;

  /**
   * @param operation what is requested
   * @param accountSid whose resource it is, for paths that name the account
   * @param json writes JSON
   */
  ApiRequest(ApiOperation operation, String accountSid, ObjectMapper json) {
    this.operation = operation;
    this.accountSid = accountSid;
    this.json = json;
  }

  /** @param values the operation's parameters, as {@link ParameterReader} has converted them */
  Request of(Map<String, ?> values) {
    String path = operation.getPath().replace("{" + ApiOperation.ACCOUNT_SID + "}", ApiPath.segment(accountSid));
    Map<String, Object> body = new LinkedHashMap<>();
    for (ApiParameter parameter : operation.getParameters().values()) {
      if (parameter.getPlace() == ApiParameter.Place.PATH) {
        path = path.replace("{" + parameter.getName() + "}", ApiPath.segment(text(values.get(parameter.getName()))));
      }
    }
    Request request = new Request(HttpMethod.forValue(operation.getMethod()), operation.getOrigin() + path);
    values.forEach((name, value) -> {
      switch (operation.getParameters().get(name).getPlace()) {
        case QUERY:
          add(request.getQueryParams(), name, value);
          break;
        case HEADER:
          add(request.getHeaderParams(), name, Collections.singletonList(value));
          break;
        case BODY:
          body.put(name, value);
          break;
        default:
          break;
      }
    });
    write(request, body);
    return request;
  }

  private void write(Request request, Map<String, Object> body) {
    if (operation.isJson()) {
      request.setContentType(ContentType.JSON);
      request.setBody(jsonOf(body));
    } else if (!body.isEmpty() || request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.DELETE) {
      request.setContentType(ContentType.FORM_URLENCODED);
      body.forEach((name, value) -> add(request.getPostParams(), name, value));
    }
  }

  /** The request's own methods leave out what is the text "null". */
  private void add(Map<String, List<String>> parameters, String name, Object value) {
    List<String> texts = new ArrayList<>();
    for (Object entry : entries(value)) {
      if (entry != null) {
        texts.add(text(entry));
      }
    }
    if (!texts.isEmpty()) {
      parameters.put(name, texts);
    }
  }

  private static Collection<?> entries(Object value) {
    return value instanceof Collection ? (Collection<?>) value : Collections.singletonList(value);
  }

  /** A form and a query hold texts alone: objects go as JSON. */
  private String text(Object value) {
    return value instanceof Map || value instanceof Collection ? jsonOf(value) : String.valueOf(value);
  }

  private String jsonOf(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a parameter can't be written as JSON: " + e.getOriginalMessage(), e);
    }
  }
}
