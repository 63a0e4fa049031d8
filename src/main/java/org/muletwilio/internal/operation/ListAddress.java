package org.muletwilio.internal.operation;

import static java.util.Collections.singletonList;
import static java.util.stream.Collectors.joining;
import static org.muletwilio.internal.operation.Validation.requireThat;

import org.muletwilio.internal.connection.http.ApiPath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;

/**
 * The address of a list's first page, with its filters. The SDK leaves out a filter whose text is "null", and would list
 * everything.
 */
public final class ListAddress {

  private final String operation;
  private final Domains domain;
  private final String path;
  private final Map<String, List<String>> query = new LinkedHashMap<>();

  private ListAddress(String operation, Domains domain, String path) {
    this.operation = operation;
    this.domain = domain;
    this.path = path;
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param resource the list's name below the account, such as IncomingPhoneNumbers
   */
  public static ListAddress of(String operation, String resource) {
    return new ListAddress(operation, Domains.API, "/" + resource + ".json");
  }

  /**
   * @param operation the operation's name in XML, for messages
   * @param domain an API whose paths don't name the account
   * @param segments the path, such as v1 and Services
   */
  public static ListAddress of(String operation, Domains domain, String... segments) {
    return new ListAddress(operation, domain, Stream.of(segments).map(ApiPath::segment).collect(joining("/", "/", "")));
  }

  /**
   * @param pageSize how many entries one request fetches
   * @return this
   * @throws org.muletwilio.internal.error.TwilioException if it is not one from 1 to 1000
   */
  public ListAddress pageSize(Integer pageSize) {
    return with("PageSize", Validation.within(operation, "pageSize", pageSize, 1, 1000));
  }

  /**
   * @param name Twilio's name of a filter
   * @param parameter its name in XML
   * @param text its value, or null for no filter
   * @return this
   * @throws org.muletwilio.internal.error.TwilioException if it is blank: Twilio would list everything
   */
  public ListAddress filter(String name, String parameter, String text) {
    requireThat(text == null || !text.trim().isEmpty(), operation, parameter + " is empty: leave it out to list all");
    return with(name, text);
  }

  /**
   * @param name Twilio's name of a parameter
   * @param value its value, or null for none
   * @return this
   */
  public ListAddress with(String name, Object value) {
    if (value != null) {
      query.put(name, singletonList(value.toString()));
    }
    return this;
  }

  /** @return the address for the client's account */
  String in(TwilioRestClient client) {
    Request request = new Request(HttpMethod.GET, domain.toString(), domain == Domains.API
        ? "/2010-04-01/Accounts/" + ApiPath.segment(client.getAccountSid()) + path : path);
    // the request's own method leaves out what is the text "null"
    request.getQueryParams().putAll(query);
    return request.getUrl() + "?" + request.encodeQueryParams();
  }

  @Override
  public String toString() {
    return operation + ": the list";
  }
}
