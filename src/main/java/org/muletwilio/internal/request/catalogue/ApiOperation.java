package org.muletwilio.internal.request.catalogue;

import static java.util.Collections.unmodifiableList;
import static java.util.Collections.unmodifiableMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of Twilio's API. Immutable. */
public final class ApiOperation {

  /** The account's SID in a path: the connection has it. */
  public static final String ACCOUNT_SID = "AccountSid";

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final String JSON = "J";
  private static final String NO_LIST = "-";
  private static final int FIRST_PARAMETER = 7;

  private final String api;
  private final String name;
  private final String method;
  private final String origin;
  private final String path;
  private final boolean json;
  private final ApiType result;
  private final Optional<String> listKey;
  private final Map<String, ApiParameter> parameters;

  private ApiOperation(String api, String[] values, CatalogueText catalogue) {
    this.api = api;
    this.name = values[0];
    this.method = values[1];
    this.origin = values[2];
    this.path = values[3];
    this.json = values[4].equals(JSON);
    this.result = ApiType.parse(values[5], catalogue);
    this.listKey = values[6].equals(NO_LIST) ? Optional.empty() : Optional.of(values[6]);
    this.parameters = unmodifiableMap(parametersOf(path, values, catalogue));
  }

  /** @param line name, method, origin, path, form or JSON, result, key of a list, and the parameters, separated by tabs */
  static ApiOperation parse(String api, String line, CatalogueText catalogue) {
    return new ApiOperation(api, line.split("\t"), catalogue);
  }

  private static Map<String, ApiParameter> parametersOf(String path, String[] values, CatalogueText catalogue) {
    Map<String, ApiParameter> parameters = new LinkedHashMap<>();
    for (int i = FIRST_PARAMETER; i < values.length; i++) {
      ApiParameter parameter = ApiParameter.parse(values[i], catalogue);
      parameters.put(parameter.getName(), parameter);
    }
    Matcher variables = VARIABLE.matcher(path);
    while (variables.find()) {
      if (!variables.group(1).equals(ACCOUNT_SID)) {
        parameters.put(variables.group(1), ApiParameter.variable(variables.group(1), catalogue));
      }
    }
    return parameters;
  }

  /** @return the API and its version, such as <code>verify.v2</code> */
  public String getApi() {
    return api;
  }

  /** @return such as <code>Services.Verifications.create</code> */
  public String getName() {
    return name;
  }

  /** @return the HTTP method */
  public String getMethod() {
    return method;
  }

  /** @return scheme and host, such as <code>https://verify.twilio.com</code> */
  public String getOrigin() {
    return origin;
  }

  /** @return the path with its variables in braces */
  public String getPath() {
    return path;
  }

  /** @return whether the body is JSON, and not a form */
  public boolean isJson() {
    return json;
  }

  /** @return the type of what Twilio answers; that of an entry where it is a list */
  public ApiType getResult() {
    return result;
  }

  /** @return the name under which a page has its entries, where Twilio answers with pages */
  public Optional<String> getListKey() {
    return listKey;
  }

  /**
   * @return where a URL goes that Twilio calls: the names of parameters, and in a JSON body paths such as
   *         <code>rules[0].actions[0].url</code>
   */
  public List<String> getCallbacks() {
    List<String> paths = new ArrayList<>();
    parameters.values().forEach(parameter -> parameter.getField().addCallbacks("", paths));
    return unmodifiableList(paths);
  }

  /** @return the parameters by name, those of the path among them, but for the account's SID */
  public Map<String, ApiParameter> getParameters() {
    return parameters;
  }
}
