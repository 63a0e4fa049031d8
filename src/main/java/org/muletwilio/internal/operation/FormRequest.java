package org.muletwilio.internal.operation;

import org.muletwilio.internal.connection.http.ApiPath;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;

/**
 * A POST to a resource of the account, or of another of Twilio's APIs. Its parameters have the names of Twilio's documentation,
 * so that groups of parameters that several resources share are written once; the SDK has a class of its own for each request.
 */
public final class FormRequest {

  private final Domains domain;
  private final String path;
  private final Map<String, List<String>> parameters = new LinkedHashMap<>();

  private FormRequest(Domains domain, String path) {
    this.domain = domain;
    this.path = path;
  }

  /**
   * @param segments the path below the account, such as Calls, a SID and Recordings; each stays one segment whatever it holds
   * @return a request without parameters
   */
  public static FormRequest to(String... segments) {
    return new FormRequest(Domains.API, pathOf(segments).concat(".json"));
  }

  /**
   * @param domain an API whose paths don't name the account
   * @param segments the path, such as v1 and Services; each stays one segment whatever it holds
   * @return a request without parameters
   */
  public static FormRequest to(Domains domain, String... segments) {
    return new FormRequest(domain, pathOf(segments));
  }

  private static String pathOf(String[] segments) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) {
      path.append('/').append(ApiPath.segment(segment));
    }
    return path.toString();
  }

  /**
   * @param name Twilio's name of a parameter
   * @param value a text, number, boolean or URL, or a collection of them; nothing is sent for null or none
   * @return this
   */
  public FormRequest with(String name, Object value) {
    if (value instanceof Optional) {
      return with(name, ((Optional<?>) value).orElse(null));
    }
    if (value instanceof Collection) {
      ((Collection<?>) value).forEach(each -> with(name, each));
    } else if (value != null) {
      parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value.toString());
    }
    return this;
  }

  /**
   * @param accountSid the account that sends it
   * @return the request as the SDK's own classes would make it
   */
  public Request toSdk(String accountSid) {
    Request request = new Request(HttpMethod.POST, domain.toString(), domain == Domains.API
        ? "/2010-04-01/Accounts/" + ApiPath.segment(accountSid) + path : path);
    // the request's own method leaves out what is the text "null"
    request.getPostParams().putAll(parameters);
    return request;
  }

  /**
   * @param read makes a resource of the answer
   * @param <T> the resource
   * @return what sends the request and waits for the answer
   */
  public <T> Function<TwilioRestClient, T> creating(BiFunction<InputStream, ObjectMapper, T> read) {
    return client -> read.apply(client.request(toSdk(client.getAccountSid())).getStream(), client.getObjectMapper());
  }
}
