package org.muletwilio.internal.request;

import org.muletwilio.internal.connection.http.ApiPath;
import org.muletwilio.internal.request.catalogue.ApiOperation;
import org.muletwilio.internal.request.catalogue.ApiParameter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
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
          entries(value).forEach(entry -> request.addQueryParam(name, text(entry)));
          break;
        case HEADER:
          request.addHeaderParam(name, text(value));
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
      body.forEach((name, value) -> entries(value).forEach(entry -> request.addPostParam(name, text(entry))));
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
